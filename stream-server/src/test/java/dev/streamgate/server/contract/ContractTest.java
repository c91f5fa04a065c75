package dev.streamgate.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Real requests to the real server; every answer is as `docs/openapi.yaml` says.
@TestInstance(Lifecycle.PER_CLASS)
class ContractTest {
  private final ApiDescription description = ApiDescription.read();
  private final Contract contract = new Contract(description);
  private final List<Case> cases = AllCases.of(description);
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = new Stage(folder);
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @TestFactory
  Stream<DynamicContainer> everyAnswerIsAsDocumented() {
    return description.document().path("tags").valueStream().map(this::casesOf);
  }

  @Test
  void everyDocumentedAnswerHasACase() {
    Set<String> missing = new TreeSet<>();
    for (Operation operation : description.operations()) {
      for (int status : operation.statuses()) {
        Stream.concat(Stream.of(""), operation.errors(status).stream())
            .filter(error -> !hasCase(operation.id(), status, error))
            .forEach(error -> missing.add(operation.id() + " " + status + " " + error));
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void whatIsServedIsThisDescription() throws IOException {
    Answer answer = stage.send(Ask.of("GET", "/api/openapi.yaml"));

    assertThat(answer.body()).isEqualTo(Files.readString(ApiDescription.FILE));
    assertThat(answer.header("Content-Type")).contains("application/yaml");
  }

  @Test
  void everyPathRefusesOtherMethodsAndNamesItsOwn() {
    description.operations().stream()
        .map(Operation::path)
        .distinct()
        .forEach(this::refusesOtherMethods);
  }

  @Test
  void unknownPathsAreNotFound() {
    for (String path : List.of("/nothing", "/api/nothing", "/api/admin/nothing")) {
      Answer answer = stage.send(Ask.of("GET", path).bearer(stage.owner()));

      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(contract.differences(description.sharedResponse("NoSuchPath"), answer, false))
          .as(path)
          .isEmpty();
    }
  }

  private DynamicContainer casesOf(JsonNode tag) {
    String name = tag.path("name").textValue();
    return DynamicContainer.dynamicContainer(
        name,
        cases.stream()
            .filter(it -> description.operation(it.operation()).tag().equals(name))
            .map(it -> DynamicTest.dynamicTest(it.title(), () -> hold(it))));
  }

  private void hold(Case one) {
    Operation operation = description.operation(one.operation());
    Ask ask = one.request().apply(Ask.of(operation), stage);

    Answer answer = stage.send(ask);

    assertThat(answer.status()).as("%s, got %s", one.title(), answer).isEqualTo(one.status());
    assertThat(contract.differences(operation, answer)).as(one.title()).isEmpty();
    if (one.isGood()) {
      assertThat(contract.differences(operation, ask)).as(one.title()).isEmpty();
      holdHead(operation, ask, answer);
    } else if (!operation.method().equals("HEAD")
        && answer.mediaType().equals("application/json")) {
      assertThat(answer.json().path("error").asText()).isEqualTo(one.error());
    }
  }

  /// HEAD is answered as GET is, but for the body.
  private void holdHead(Operation operation, Ask ask, Answer answer) {
    if (!operation.method().equals("GET") || ask.headerIfAny("Range").isPresent()) {
      return;
    }
    Answer head = stage.send(ask.method("HEAD"));

    assertThat(head.status()).isEqualTo(answer.status());
    assertThat(head.mediaType()).isEqualTo(answer.mediaType());
    assertThat(head.body()).isEmpty();
  }

  private boolean hasCase(String operation, int status, String error) {
    boolean broken = status == 500 && !error.startsWith("Failed");
    return (broken && BreakdownTest.provokes(description.operation(operation)))
        || AllCases.isWithout(operation, status, error)
        || cases.stream()
            .filter(it -> it.operation().equals(operation) && it.status() == status)
            .anyMatch(it -> error.isEmpty() || it.error().equals(error));
  }

  private void refusesOtherMethods(String path) {
    Set<String> known = methodsOf(path);
    String other =
        Stream.of("PUT", "DELETE", "PATCH")
            .filter(it -> !known.contains(it))
            .findFirst()
            .orElseThrow();
    Ask ask = PortalCases.existing(Ask.of(other, path), stage);
    Answer answer = stage.send(ask.bearer(stage.owner()));

    assertThat(answer.status()).as(path).isEqualTo(405);
    String documented =
        path.startsWith("/api/v1/content/") ? "ContentMethodNotAllowed" : "MethodNotAllowed";
    assertThat(contract.differences(description.sharedResponse(documented), answer, false))
        .as(path)
        .isEmpty();
    assertThat(answer.header("Allow")).as(path).contains(String.join(", ", known));
    if (path.startsWith("/api/admin/")) {
      assertThat(stage.send(ask).status()).as(path).isEqualTo(401);
    }
  }

  private Set<String> methodsOf(String path) {
    Set<String> methods =
        description.operations().stream()
            .filter(operation -> operation.path().equals(path))
            .map(Operation::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }
}
