package dev.streamgate.server.cli.doctor;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks other servers, and neither waits for one of them for long nor reads much of it.
final class Web {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final long LONGEST_ANSWER = 1L << 20;
  private static final String KEY = "X-Internal-Api-Key";

  private final Duration patience;

  Web() {
    this(LONGEST_WAIT);
  }

  /// @param patience how long to wait for an answer, all of it
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
      return whole(client, request.build());
    } catch (ExecutionException e) {
      return new Answer.None(Optional.ofNullable(cause(e).getMessage()).orElse("no connection"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.None("interrupted");
    }
  }

  /// The client's own limit of time ends with the headers.
  private Answer whole(HttpClient client, HttpRequest request)
      throws ExecutionException, InterruptedException {
    try {
      HttpResponse<byte[]> response =
          client
              .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER))
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer.Given(
          response.statusCode(),
          new String(response.body(), StandardCharsets.UTF_8),
          headers(response));
    } catch (TimeoutException e) {
      client.shutdownNow(); // closing it would wait for the answer
      return new Answer.None("no answer");
    }
  }

  private static Throwable cause(ExecutionException failure) {
    return Optional.ofNullable(failure.getCause()).orElse(failure);
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return headers;
  }
}
