package dev.streamgate.server.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Asks other servers, and waits for none of them for long.
final class Web {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final String KEY = "X-Internal-Api-Key";

  private final Duration patience;

  Web() {
    this(LONGEST_WAIT);
  }

  /// @param patience how long to wait for a connection, and for the beginning of an answer
  Web(Duration patience) {
    this.patience = patience;
  }

  /// What came of asking.
  sealed interface Answer {
    /// Somebody answered.
    ///
    /// @param headers by their names in lower case
    record Given(int status, String body, Map<String, String> headers) implements Answer {}

    /// Nobody did.
    record None(String reason) implements Answer {}
  }

  /// @param key shown as the internal key, if there is one
  Answer get(String url, Optional<String> key) {
    return ask(request(url, key).GET());
  }

  Answer post(String url, String json, String key) {
    return ask(
        request(url, Optional.of(key))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /// What a browser asks before it loads a stream from another origin.
  Answer preflight(String url, String origin) {
    return ask(
        request(url, Optional.empty())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String url, Optional<String> key) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(patience);
    key.ifPresent(it -> request.header(KEY, it));
    return request;
  }

  private Answer ask(HttpRequest.Builder request) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build()) {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer.Given(
          response.statusCode(),
          new String(response.body(), StandardCharsets.UTF_8),
          headers(response));
    } catch (IOException e) {
      return new Answer.None(Optional.ofNullable(e.getMessage()).orElse("no connection"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.None("interrupted");
    }
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return headers;
  }
}
