package dev.streamgate.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// `docs/openapi.yaml`: its operations, and whether a value fits a schema of it.
final class ApiDescription {
  static final Path FILE = Path.of("../docs/openapi.yaml");

  private static final String COMPONENTS = "components";
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDialect(
          Dialects.getOpenApi31(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final IdentityHashMap<JsonNode, Schema> schemas = new IdentityHashMap<>();

  private ApiDescription(JsonNode document) {
    this.document = document;
  }

  static ApiDescription read() {
    try {
      return new ApiDescription(new YAMLMapper().readTree(FILE.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }

  JsonNode document() {
    return document;
  }

  List<Operation> operations() {
    return document.path("paths").propertyStream().flatMap(this::operationsOf).toList();
  }

  Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation " + id));
  }

  /// What a node says, or what the component says to which it refers.
  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isTextual() ? resolve(target(reference.textValue())) : node;
  }

  /// What a local reference such as `#/components/schemas/Instant` leads to; missing if nothing.
  JsonNode target(String reference) {
    return document.at(reference.substring(1));
  }

  JsonNode sharedResponse(String name) {
    return document.at("/components/responses/" + name);
  }

  /// In what a value differs from a schema of the document; empty if it fits.
  List<String> differences(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(Error::toString)
        .toList();
  }

  /// References lead into the components, so these come along.
  private Schema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set(COMPONENTS, document.path(COMPONENTS));
    return registry.getSchema(whole);
  }

  private Stream<Operation> operationsOf(Map.Entry<String, JsonNode> path) {
    return path.getValue()
        .propertyStream()
        .filter(entry -> METHODS.contains(entry.getKey()))
        .map(entry -> new Operation(this, entry.getKey(), path.getKey(), entry.getValue()));
  }
}
