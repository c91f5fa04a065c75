package dev.streamgate.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One operation of the description: a method on a path template.
record Operation(ApiDescription description, String httpMethod, String path, JsonNode node) {
  private static final String ADMIN = "/api/admin/";

  String id() {
    return node.path("operationId").asText();
  }

  String tag() {
    return node.at("/tags/0").asText();
  }

  /// The method in capitals.
  String method() {
    return httpMethod.toUpperCase(Locale.ROOT);
  }

  boolean isBelowAdmin() {
    return path.startsWith(ADMIN);
  }

  boolean changesSomething() {
    return !method().equals("GET") && !method().equals("HEAD");
  }

  /// The documented statuses, in order.
  Set<Integer> statuses() {
    return node.path("responses")
        .propertyStream()
        .map(entry -> Integer.valueOf(entry.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The documented answer with this status; missing if there is none.
  JsonNode response(int status) {
    return description.resolve(node.path("responses").path(String.valueOf(status)));
  }

  /// All texts that `error` may have with this status, as far as they are fixed.
  Set<String> errors(int status) {
    JsonNode schema = response(status).at("/content/application~1json/schema");
    return texts(schema, false).collect(Collectors.toCollection(TreeSet::new));
  }

  /// The parameters of the operation and of its path.
  List<JsonNode> parameters() {
    JsonNode shared = description.document().path("paths").path(path).path("parameters");
    return Stream.concat(shared.valueStream(), node.path("parameters").valueStream())
        .map(description::resolve)
        .toList();
  }

  /// The media types a body may have, with their schemas; empty if there is none.
  JsonNode bodies() {
    return node.path("requestBody").path("content");
  }

  boolean takesJson() {
    return bodies().has("application/json");
  }

  /// The names of the security schemes of which one is enough; an empty name is a stranger.
  Set<String> callers() {
    if (node.path("security").isEmpty()) {
      return Set.of("");
    }
    return node.path("security")
        .valueStream()
        .map(scheme -> scheme.propertyStream().map(it -> it.getKey()).findFirst().orElse(""))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The staff roles it is for.
  Set<String> roles() {
    return node.path("x-roles")
        .valueStream()
        .map(JsonNode::textValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> texts(JsonNode schema, boolean isError) {
    JsonNode resolved = description.resolve(schema);
    Stream<String> own = isError ? fixed(resolved) : texts(resolved.at("/properties/error"), true);
    Stream<String> choices =
        Stream.of("oneOf", "anyOf")
            .flatMap(word -> resolved.path(word).valueStream())
            .flatMap(choice -> texts(choice, isError));
    return resolved.isMissingNode() ? Stream.empty() : Stream.concat(own, choices);
  }

  private static Stream<String> fixed(JsonNode schema) {
    return Stream.concat(schema.path("enum").valueStream(), Stream.of(schema.path("const")))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }
}
