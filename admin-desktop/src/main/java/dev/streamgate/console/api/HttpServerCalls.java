package dev.streamgate.console.api;

import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one way a request leaves the console. Knows the server and, in memory only, the bearer token
/// of the sign-in. Thread-safe; every call waits for its answer.
public final class HttpServerCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client;
  private volatile ServerAddress server = ServerAddress.DEFAULT;
  private volatile @Nullable String token;

  public HttpServerCalls(HttpClient client) {
    this.client = client;
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

  Answer<Done> delete(String path, String header, String value) {
    return send(bodiless(path).header(header, value).DELETE(), answer -> Done.DONE);
  }

  /// Turns the body of a successful answer into a value.
  interface Reader<T> extends Function<HttpResponse<byte[]>, T> {
    static <T> Reader<T> data(Class<T> type) {
      return answer -> WireJson.readData(answer.body(), type);
    }
  }

  private <T> Answer<T> send(HttpRequest.Builder request, Reader<T> reader) {
    try {
      HttpResponse<byte[]> answer = client.send(authorised(request), BodyHandlers.ofByteArray());
      return answer.statusCode() / 100 == 2
          ? Answer.of(reader.apply(answer))
          : Answer.failed(Refusals.read(answer));
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
