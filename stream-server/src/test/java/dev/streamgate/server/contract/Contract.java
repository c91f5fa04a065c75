package dev.streamgate.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.streamgate.model.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in what a request or an answer differs from the description.
final class Contract {
  private static final String JSON = "application/json";
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin");

  private final ApiDescription description;

  Contract(ApiDescription description) {
    this.description = description;
  }

  /// In what an answer differs from what its operation promises for its status.
  List<String> differences(Operation operation, Answer answer) {
    JsonNode documented = operation.response(answer.status());
    if (documented.isMissingNode()) {
      return List.of("status " + answer.status() + " is not documented: " + answer.body());
    }
    return differences(documented, answer, operation.method().equals("HEAD"));
  }

  /// In what an answer differs from a documented one.
  ///
  /// @param bodiless whether the answer is to a HEAD
  List<String> differences(JsonNode documented, Answer answer, boolean bodiless) {
    return Stream.of(
            EVERYWHERE.entrySet().stream()
                .filter(it -> !isFramed(documented, it.getKey()))
                .filter(it -> !answer.header(it.getKey()).equals(Optional.of(it.getValue())))
                .map(it -> "header " + it + " is not there"),
            documented
                .path("headers")
                .propertyStream()
                .flatMap(it -> ofHeader(it.getKey(), description.resolve(it.getValue()), answer)),
            bodiless ? ofNoBody(answer) : ofBody(documented.path("content"), answer))
        .flatMap(it -> it)
        .toList();
  }

  /// Pages that others may show in a frame do not forbid it.
  private static boolean isFramed(JsonNode documented, String header) {
    return documented.path("x-framed").asBoolean() && header.equals("X-Frame-Options");
  }

  /// In what a request that the server took differs from what the operation says it takes.
  List<String> differences(Operation operation, Ask ask) {
    return Stream.of(
            ofParameters(operation, ask), ofRequestBody(operation, ask), ofQuery(operation, ask))
        .flatMap(it -> it)
        .toList();
  }

  private Stream<String> ofHeader(String name, JsonNode documented, Answer answer) {
    Optional<String> value = answer.header(name);
    if (value.isEmpty()) {
      return documented.path("required").asBoolean()
          ? Stream.of("header " + name + " is missing")
          : Stream.empty();
    }
    return ofText("header " + name, documented.path("schema"), value.get());
  }

  private static Stream<String> ofNoBody(Answer answer) {
    return answer.body().isEmpty() ? Stream.empty() : Stream.of("there is a body");
  }

  private Stream<String> ofBody(JsonNode contents, Answer answer) {
    if (contents.isMissingNode()) {
      return ofNoBody(answer);
    }
    JsonNode content = contents.path(answer.mediaType());
    if (content.isMissingNode()) {
      return Stream.of("media type " + answer.mediaType() + " is not documented");
    }
    JsonNode value =
        answer.mediaType().equals(JSON) ? answer.json() : TextNode.valueOf(answer.body());
    return description.differences(content.path("schema"), value).stream()
        .map(difference -> "body: " + difference + " in " + answer.body());
  }

  private Stream<String> ofParameters(Operation operation, Ask ask) {
    Map<String, String> query = query(ask);
    return operation.parameters().stream()
        .flatMap(parameter -> {
          String name = parameter.path("name").asText();
          Optional<String> value =
              switch (parameter.path("in").asText()) {
                case "path" -> Optional.ofNullable(ask.values().get(name));
                case "query" -> Optional.ofNullable(query.get(name));
                default -> ask.headerIfAny(name);
              };
          return ofParameter(name, parameter, value);
        });
  }

  private Stream<String> ofParameter(String name, JsonNode parameter, Optional<String> value) {
    if (value.isEmpty()) {
      return parameter.path("required").asBoolean()
          ? Stream.of("parameter " + name + " is missing")
          : Stream.empty();
    }
    return ofText("parameter " + name, parameter.path("schema"), value.get());
  }

  private Stream<String> ofQuery(Operation operation, Ask ask) {
    Set<String> known =
        Stream.concat(
                operation.parameters().stream()
                    .filter(it -> it.path("in").asText().equals("query")),
                operation.callers().stream()
                    .map(it -> description.document().at("/components/securitySchemes/" + it)))
            .map(it -> it.path("name").asText())
            .collect(Collectors.toUnmodifiableSet());
    return query(ask).keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> "parameter " + name + " is not documented");
  }

  private Stream<String> ofRequestBody(Operation operation, Ask ask) {
    if (ask.body().isEmpty()) {
      return operation.node().at("/requestBody/required").asBoolean()
          ? Stream.of("there is no body")
          : Stream.empty();
    }
    String type = ask.contentType().orElse("");
    JsonNode content = operation.bodies().path(type);
    if (content.isMissingNode()) {
      return Stream.of("a body of type " + type + " is not documented");
    }
    String text = ask.body().get();
    JsonNode value =
        type.equals(JSON)
            ? WireJson.tree(text.getBytes(StandardCharsets.UTF_8))
            : TextNode.valueOf(text);
    return description.differences(content.path("schema"), value).stream()
        .map(difference -> "request body: " + difference);
  }

  private Stream<String> ofText(String what, JsonNode schema, String text) {
    return description.differences(schema, value(description.resolve(schema), text)).stream()
        .map(difference -> what + ": " + difference);
  }

  /// What a text outside of JSON stands for, by the type its schema names.
  private static JsonNode value(JsonNode schema, String text) {
    String type = schema.path("type").asText();
    if (type.equals("integer") && text.matches("-?\\d{1,18}")) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    return type.equals("boolean") && text.matches("true|false")
        ? BooleanNode.valueOf(text.equals("true"))
        : TextNode.valueOf(text);
  }

  private static Map<String, String> query(Ask ask) {
    return Stream.of(ask.query().split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }
}
