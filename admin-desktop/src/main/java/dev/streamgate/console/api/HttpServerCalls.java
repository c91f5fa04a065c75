package dev.streamgate.console.api;

import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The one way a request leaves the console. Knows the server and, in memory only, the bearer token
/// of the sign-in. Thread-safe; every call waits for its answer.
public final class HttpServerCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(30);
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final HttpClient client;
  private volatile ServerAddress server = ServerAddress.DEFAULT;
  private volatile @Nullable String token;
  private volatile String lastExchange = "";

  public HttpServerCalls(HttpClient client) {
    this.client = client;
  }

  ServerAddress server() {
    return server;
  }

  /// The last request and its answer, line by line, without the sign-in.
  String lastExchange() {
    return lastExchange;
  }

  void talkTo(ServerAddress address) {
    server = address;
    token = null;
  }

  void signedIn(String bearerToken) {
    token = bearerToken;
  }

  void signedOut() {
    token = null;
  }

  <T> Answer<T> get(String path, Reader<T> reader) {
    return send(request(path).GET(), reader);
  }

  /// Asks another server, which is told no sign-in.
  <T> Answer<T> getAt(ServerAddress other, String path, Reader<T> reader) {
    HttpRequest request =
        HttpRequest.newBuilder(other.resolve(path)).timeout(PATIENCE).GET().build();
    return trying(() -> read(client.send(request, BodyHandlers.ofByteArray()), reader));
  }

  <T> Answer<T> post(String path, Object body, Reader<T> reader) {
    return send(json(path).POST(publisher(body)), reader);
  }

  <T> Answer<T> put(String path, Object body, Reader<T> reader) {
    return send(json(path).PUT(publisher(body)), reader);
  }

  /// A change without a body; the header shows that no foreign page sent it (API §4.1).
  <T> Answer<T> patch(String path, Reader<T> reader) {
    return send(bodiless(path).method("PATCH", BodyPublishers.noBody()), reader);
  }

  <T> Answer<T> patch(String path, Object body, Reader<T> reader) {
    return send(json(path).method("PATCH", publisher(body)), reader);
  }

  /// Sends something whose refusal (400) may be an answer as well.
  <T> Answer<T> post(
      String path, Object body, Reader<T> reader, Function<byte[], Optional<T>> refused) {
    return exchange(
        json(path).POST(publisher(body)),
        answer ->
            answer.statusCode() == BAD_REQUEST
                ? refused.apply(answer.body()).map(Answer::of).orElseGet(() -> refusal(answer))
                : read(answer, reader));
  }

  Answer<Done> delete(String path) {
    return send(bodiless(path).DELETE(), answer -> Done.DONE);
  }

  /// Posts, and writes the answer into a file, which appears only once it is whole.
  Answer<Path> download(String path, Path file, LongConsumer received) {
    HttpRequest.Builder request =
        bodiless(path).POST(BodyPublishers.noBody()).timeout(LONG_PATIENCE);
    return trying(() -> new Download(file, received).of(client, authorised(request)));
  }

  /// Hands over line after line until the server ends them.
  Answer<Done> lines(String path, Consumer<String> each) {
    HttpRequest request =
        authorised(
            HttpRequest.newBuilder(server.resolve(path)).header("Accept", "text/event-stream"));
    return trying(() -> {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != OK) {
          return Answer.failed(
              Refusals.read(answer.statusCode(), answer.headers(), body.readAllBytes()));
        }
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
            .lines()
            .forEach(each);
        return Answer.of(Done.DONE);
      } catch (UncheckedIOException e) {
        throw Objects.requireNonNull(e.getCause());
      }
    });
  }

  Answer<Done> delete(String path, String header, String value) {
    return send(bodiless(path).header(header, value).DELETE(), answer -> Done.DONE);
  }

  /// Turns the body of a successful answer into a value.
  interface Reader<T> extends Function<HttpResponse<byte[]>, T> {
    static <T> Reader<T> data(Class<T> type) {
      return answer -> WireJson.readData(answer.body(), type);
    }

    /// A list that is not paged.
    static <T> Reader<List<T>> list(Class<T> type) {
      return answer -> WireJson.readPage(answer.body(), type).data();
    }
  }

  private <T> Answer<T> send(HttpRequest.Builder request, Reader<T> reader) {
    return exchange(request, answer -> read(answer, reader));
  }

  private <T> Answer<T> exchange(
      HttpRequest.Builder request, Function<HttpResponse<byte[]>, Answer<T>> told) {
    return trying(() -> {
      HttpResponse<byte[]> answer = client.send(authorised(request), BodyHandlers.ofByteArray());
      lastExchange = Exchanges.text(answer);
      return told.apply(answer);
    });
  }

  private static <T> Answer<T> read(HttpResponse<byte[]> answer, Reader<T> reader) {
    return answer.statusCode() / 100 == 2 ? Answer.of(reader.apply(answer)) : refusal(answer);
  }

  private static <T> Answer<T> refusal(HttpResponse<byte[]> answer) {
    return Answer.failed(Refusals.read(answer.statusCode(), answer.headers(), answer.body()));
  }

  /// Asking, as far as it can go wrong on the way.
  private interface Asking<T> {
    Answer<T> ask() throws IOException, InterruptedException;
  }

  private static <T> Answer<T> trying(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (MalformedJsonException e) {
      return Answer.failed(new ApiFailure.NotStreamGate());
    } catch (IOException e) {
      return Answer.failed(new ApiFailure.Unreachable(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.failed(new ApiFailure.Unreachable("cancelled"));
    }
  }

  private HttpRequest authorised(HttpRequest.Builder request) {
    String current = token;
    return current == null
        ? request.build()
        : request.header("Authorization", "Bearer " + current).build();
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder bodiless(String path) {
    return request(path).header("X-Requested-With", "StreamGate");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
  }

  private static BodyPublisher publisher(Object body) {
    return BodyPublishers.ofByteArray(WireJson.bytes(body));
  }
}
