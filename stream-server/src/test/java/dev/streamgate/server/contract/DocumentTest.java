package dev.streamgate.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The description itself: whole, consistent, and with examples that are some.
class DocumentTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

  private final ApiDescription description = ApiDescription.read();
  private final JsonNode document = description.document();

  @Test
  void itIsOpenApi31() {
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    assertThat(description.operations()).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = references(document);

    assertThat(references).isNotEmpty();
    assertThat(references).allMatch(it -> !description.target(it).isMissingNode());
  }

  @Test
  void nothingSharedIsLeftOver() {
    Set<String> used = new TreeSet<>(references(document));
    used.add("#/components/responses/MethodNotAllowed");
    used.add("#/components/responses/ContentMethodNotAllowed");
    Stream<String> shared =
        Stream.of("parameters", "headers", "responses", "schemas")
            .flatMap(kind ->
                document
                    .at("/components/" + kind)
                    .propertyStream()
                    .map(it -> "#/components/" + kind + "/" + it.getKey()));

    assertThat(shared).allMatch(used::contains);
  }

  @Test
  void everyOperationSaysWhatItIsAndForWhom() {
    Set<String> tags =
        document
            .path("tags")
            .valueStream()
            .map(it -> it.path("name").textValue())
            .collect(Collectors.toSet());

    for (Operation operation : description.operations()) {
      assertThat(operation.id()).as(operation.path()).isNotEmpty();
      assertThat(operation.node().path("summary").asText()).as(operation.id()).isNotEmpty();
      assertThat(operation.node().path("tags")).as(operation.id()).hasSize(1);
      assertThat(tags).as(operation.id()).contains(operation.tag());
      assertThat(operation.node().path("security").isArray()).as(operation.id()).isTrue();
      assertThat(operation.statuses()).as(operation.id()).isNotEmpty();
    }
  }

  @Test
  void operationIdsAreUnique() {
    assertThat(description.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
  }

  @Test
  void everySecuritySchemeExists() {
    Set<String> schemes =
        document
            .at("/components/securitySchemes")
            .propertyStream()
            .map(Entry::getKey)
            .collect(Collectors.toSet());
    Set<String> used =
        description.operations().stream()
            .flatMap(it -> it.callers().stream())
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet());

    assertThat(used).isEqualTo(schemes);
  }

  @Test
  void everyPlaceholderOfAPathIsAParameter() {
    for (Operation operation : description.operations()) {
      Set<String> placeholders =
          PLACEHOLDER
              .matcher(operation.path())
              .results()
              .map(it -> it.group(1))
              .collect(Collectors.toSet());
      Set<String> parameters =
          operation.parameters().stream()
              .filter(it -> it.path("in").asText().equals("path"))
              .map(it -> it.path("name").asText())
              .collect(Collectors.toSet());

      assertThat(parameters).as(operation.id()).isEqualTo(placeholders);
    }
  }

  @Test
  void everyExampleFitsItsSchema() {
    List<JsonNode> shown = contents(document);
    List<String> differences =
        shown.stream()
            .flatMap(it ->
                examples(it)
                    .flatMap(value -> description.differences(it.path("schema"), value).stream()))
            .toList();

    assertThat(shown.stream().flatMap(DocumentTest::examples)).hasSizeGreaterThan(20);
    assertThat(differences).isEmpty();
  }

  private static Stream<JsonNode> examples(JsonNode content) {
    return Stream.concat(
        Stream.of(content.path("example")).filter(it -> !it.isMissingNode()),
        content.path("examples").valueStream().map(it -> it.path("value")));
  }

  private static List<String> references(JsonNode node) {
    return node.findValuesAsText("$ref");
  }

  /// Everything that has a schema and may have an example of it.
  private static List<JsonNode> contents(JsonNode node) {
    return node.findParents("schema");
  }
}
