package dev.streamgate.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// A viewer with a code, by plain HTTP.
///
/// @param token the playback token
/// @param path the path of the playlist
record Viewer(HttpClient client, String code, String token, String session, String path) {

  /// Redeems a code.
  static Viewer redeem(HttpClient client, String platform, String code) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(platform + "/api/tokens/validate"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(Map.of("code", code))))
            .build();
    HttpResponse<byte[]> answer = send(client, request);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("redeeming was answered " + answer.statusCode());
    }
    JsonNode body = WireJson.tree(answer.body());
    return new Viewer(
        client,
        code,
        body.path("playbackToken").asText(),
        body.path("sessionId").asText(),
        body.path("streamPath").asText());
  }

  /// The status by which a media server answers a request for the playlist.
  int watch(String media) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(media + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return send(client, request).statusCode();
  }

  /// What a media server answers to a request for a file beside the playlist.
  ///
  /// @param headers names and values of further headers
  HttpResponse<byte[]> fetch(String media, String file, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(media + path).resolve(file))
            .header("Authorization", "Bearer " + token);
    return send(client, (headers.length == 0 ? request : request.headers(headers)).build());
  }

  private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("calling " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
