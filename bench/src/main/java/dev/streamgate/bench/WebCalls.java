package dev.streamgate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// Calls whose time does not matter.
final class WebCalls {
  private static final int PATIENCE_MILLIS = 5_000;

  private WebCalls() {}

  /// @throws IllegalStateException if the answer is not 200
  static String get(String address) {
    return new String(
        demandSuccess(send(HttpRequest.newBuilder(URI.create(address)).build())).body(),
        StandardCharsets.UTF_8);
  }

  static HttpResponse<byte[]> get(String address, String bearer) {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + bearer)
            .build());
  }

  /// @throws IllegalStateException if the answer tells of no success
  static JsonNode post(String address, String bearer, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(body)));
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return WireJson.tree(demandSuccess(send(request.build())).body());
  }

  /// Whether a server on this machine answers a GET with 200.
  static boolean answers(int port, String path) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] head = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(head, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private static HttpResponse<byte[]> demandSuccess(HttpResponse<byte[]> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          answer.uri().getPath() + " was answered " + answer.statusCode());
    }
    return answer;
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("calling " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
