package dev.streamgate.server.changes.client;

import dev.streamgate.model.changes.RevocationAcknowledgement;
import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.changes.Acknowledgement;
import dev.streamgate.server.changes.FeedSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The feed of a platform over HTTP, opened by the internal key (API §5). The key goes to the
/// configured address only: redirects are not followed. Thread-safe.
public final class HttpFeed implements FeedSource, AutoCloseable {
  private static final String REVOCATIONS = "/api/revocations";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String platform;
  private final String key;
  private final Duration patience;

  /// @param platform its origin
  /// @param key the internal API key
  public HttpFeed(String platform, String key) {
    this(platform, key, PATIENCE);
  }

  /// @param patience how long an answer may take
  HttpFeed(String platform, String key, Duration patience) {
    this.platform = platform;
    this.key = key;
    this.patience = patience;
  }

  @Override
  public RevocationSyncResponse after(long cursor) throws IOException, InterruptedException {
    HttpRequest request = request("?cursor=" + cursor).build();
    try {
      return WireJson.read(send(request, BodyHandlers.ofByteArray()), RevocationSyncResponse.class);
    } catch (MalformedJsonException e) {
      throw new IOException(platform + " answered with no page of the feed", e);
    }
  }

  /// The time limit of the request ends with its headers; from then on the reader's patience
  /// counts.
  @Override
  public Tail follow(long cursor) throws IOException, InterruptedException {
    HttpRequest request = request("/stream?cursor=" + cursor).build();
    Publisher<List<ByteBuffer>> body = send(request, BodyHandlers.ofPublisher());
    HttpTail tail = new HttpTail();
    body.subscribe(tail);
    return tail;
  }

  @Override
  public void acknowledge(Acknowledgement said, String logId)
      throws IOException, InterruptedException {
    RevocationAcknowledgement body =
        new RevocationAcknowledgement(
            said.edgeId(),
            said.cursor(),
            logId,
            said.address(),
            said.version(),
            said.instanceId(),
            said.goodbye());
    send(
        request("/ack")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(body)))
            .build(),
        BodyHandlers.discarding());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest.Builder request(String rest) {
    return HttpRequest.newBuilder(URI.create(platform + REVOCATIONS + rest))
        .header("X-Internal-Api-Key", key);
  }

  /// The client's own time limit ends with the headers of an answer; ours is for all of it, and for
  /// a stream until it begins.
  private <T> T send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<T>> sent = client.sendAsync(request, handler);
    try {
      return checked(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new IOException(platform + " does not answer", e);
    } catch (ExecutionException e) {
      throw new IOException(platform + " cannot be asked: " + e.getCause(), e);
    } finally {
      sent.cancel(true);
    }
  }

  private <T> T checked(HttpResponse<T> answer) throws IOException {
    if (answer.statusCode() == UNAUTHORIZED) {
      throw new IOException(platform + " refuses the key; INTERNAL_API_KEY must be the platform's");
    }
    if (answer.statusCode() != OK) {
      throw new IOException(platform + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}
