package dev.streamgate.server.content.client;

import dev.streamgate.server.content.PlaylistFetch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gets playlists from a media server, with the token of whoever asked (API §3.3).
public final class RemotePlaylists implements PlaylistFetch, AutoCloseable {
  /// For the whole of a playlist.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Far more than a day of segments.
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String mediaOrigin;
  private final Duration patience;

  /// @param mediaOrigin scheme, host and port of the media server
  public RemotePlaylists(String mediaOrigin) {
    this(mediaOrigin, PATIENCE);
  }

  RemotePlaylists(String mediaOrigin, Duration patience) {
    this.mediaOrigin = mediaOrigin;
    this.patience = patience;
  }

  @Override
  public Fetched fetch(String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mediaOrigin + path))
            .header("Authorization", "Bearer " + token)
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return fetched(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(true);
      return new Fetched.Unavailable();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Fetched.Unavailable();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static Fetched fetched(HttpResponse<byte[]> answer) {
    return switch (answer.statusCode()) {
      case 200 -> new Fetched.Found(new String(answer.body(), StandardCharsets.ISO_8859_1));
      case 401, 403 -> new Fetched.Refused();
      case 404 -> new Fetched.Missing();
      default -> new Fetched.Unavailable();
    };
  }
}
