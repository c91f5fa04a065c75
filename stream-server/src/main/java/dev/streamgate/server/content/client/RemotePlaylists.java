package dev.streamgate.server.content.client;

import dev.streamgate.server.content.PlaylistFetch;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Gets playlists from a media server, with the token of whoever asked (API §3.3).
public final class RemotePlaylists implements PlaylistFetch, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Far more than a day of segments.
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String mediaOrigin;

  /// @param mediaOrigin scheme, host and port of the media server
  public RemotePlaylists(String mediaOrigin) {
    this.mediaOrigin = mediaOrigin;
  }

  @Override
  public Fetched fetch(String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mediaOrigin + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return fetched(answer.statusCode(), body);
      }
    } catch (IOException e) {
      return new Fetched.Unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetched.Unavailable();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static Fetched fetched(int status, InputStream body) throws IOException {
    return switch (status) {
      case 200 -> {
        byte[] playlist = body.readNBytes(MOST_BYTES + 1);
        yield playlist.length > MOST_BYTES
            ? new Fetched.Unavailable()
            : new Fetched.Found(new String(playlist, StandardCharsets.ISO_8859_1));
      }
      case 401, 403 -> new Fetched.Refused();
      case 404 -> new Fetched.Missing();
      default -> new Fetched.Unavailable();
    };
  }
}
