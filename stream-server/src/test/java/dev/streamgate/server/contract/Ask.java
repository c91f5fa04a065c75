package dev.streamgate.server.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.streamgate.server.RunningServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;

/// A request of an operation that is being put together; each step gives a new one.
///
/// @param path with the template's parameters still to be filled
/// @param values of the path's parameters
/// @param query raw
record Ask(
    String method,
    String path,
    Map<String, String> values,
    String query,
    List<Entry<String, String>> headers,
    Optional<String> body) {
  private static final String CONTENT_TYPE = "Content-Type";

  static Ask of(Operation operation) {
    return of(operation.method(), operation.path());
  }

  static Ask of(String method, String path) {
    return new Ask(method, path, Map.of(), "", List.of(), Optional.empty());
  }

  Ask method(String other) {
    return new Ask(other, path, values, query, headers, body);
  }

  /// Fills a parameter of the path; without that it is the id of nothing.
  Ask path(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Ask(method, path, more, query, headers, body);
  }

  Ask query(String raw) {
    return new Ask(method, path, values, raw, headers, body);
  }

  /// Sets a header, in place of one of this name.
  Ask header(String name, String value) {
    List<Entry<String, String>> more = new ArrayList<>(without(name).headers);
    more.add(Map.entry(name, value));
    return new Ask(method, path, values, query, List.copyOf(more), body);
  }

  Ask without(String name) {
    List<Entry<String, String>> rest =
        headers.stream().filter(it -> !it.getKey().equalsIgnoreCase(name)).toList();
    return new Ask(method, path, values, query, rest, body);
  }

  Ask bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  Ask key() {
    return header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY);
  }

  /// What a program says that is no browser and sends no JSON.
  Ask deliberately() {
    return header("X-Requested-With", "contract");
  }

  Ask json(String json) {
    return body("application/json", json);
  }

  Ask body(String contentType, String text) {
    Ask typed = header(CONTENT_TYPE, contentType);
    return new Ask(method, path, values, query, typed.headers, Optional.of(text));
  }

  /// Asks through a proxy, from this address; or without one, if it is empty.
  Ask from(String address) {
    return header("X-Forwarded-For", address);
  }

  Optional<String> headerIfAny(String name) {
    return headers.stream()
        .filter(it -> it.getKey().equalsIgnoreCase(name))
        .map(Entry::getValue)
        .findFirst();
  }

  Optional<String> contentType() {
    return headerIfAny(CONTENT_TYPE).filter(type -> body.isPresent());
  }

  HttpRequest.Builder request() {
    HttpRequest.Builder request = HttpRequest.newBuilder().method(method, publisher());
    headers.stream()
        .filter(header -> !header.getValue().isEmpty())
        .forEach(header -> request.header(header.getKey(), header.getValue()));
    return request;
  }

  /// A body is sent in UTF-8, or as the content type says it is.
  private BodyPublisher publisher() {
    boolean latin = headerIfAny(CONTENT_TYPE).filter(it -> it.endsWith("=iso-8859-1")).isPresent();
    return body.map(it -> BodyPublishers.ofString(it, latin ? ISO_8859_1 : UTF_8))
        .orElseGet(BodyPublishers::noBody);
  }

  /// Path and query with every parameter filled.
  String target() {
    String filled = path;
    for (Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    String whole = filled.replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000");
    return query.isEmpty() ? whole : whole + "?" + query;
  }
}
