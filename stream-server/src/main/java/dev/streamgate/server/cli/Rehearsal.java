package dev.streamgate.server.cli;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.playback.TokenValidationResponse;
import dev.streamgate.model.staff.SignInRequest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// Asks a server on this machine what staff and viewers ask, and fails at an answer that is not
/// yes.
final class Rehearsal implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final String server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  Rehearsal(int port) {
    this.server = "http://" + HOST + ":" + port;
  }

  /// Someone who knows no code and no password.
  void stranger() throws IOException, InterruptedException {
    get("/health");
    get("/");
    get("/api/portal/config");
    get("/metrics");
  }

  /// Signs in and looks around.
  void staff(String password) throws IOException, InterruptedException {
    stranger();
    post("/api/admin/login", new SignInRequest(null, password));
    get("/api/admin/events");
    get("/api/admin/dashboard");
  }

  /// Enters a code and watches.
  void viewer(String code) throws IOException, InterruptedException {
    byte[] answer = post("/api/tokens/validate", Map.of("code", code));
    TokenValidationResponse admission = WireJson.read(answer, TokenValidationResponse.class);
    String token = admission.playbackToken();
    String folder = "/streams/" + admission.eventId() + "/";
    watch(folder + "stream.m3u8", token);
    watch(folder + "360p/stream.m3u8", token);
    watch(folder + "360p/segment-000.ts", token);
    answer(request("/api/playback/heartbeat", token).POST(BodyPublishers.noBody()));
    answer(request("/api/playback/release", token).POST(BodyPublishers.noBody()));
  }

  private void watch(String path, String token) throws IOException, InterruptedException {
    answer(request(path, token).GET());
  }

  private void get(String path) throws IOException, InterruptedException {
    answer(request(path).GET());
  }

  private byte[] post(String path, Object body) throws IOException, InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(body))));
  }

  private HttpRequest.Builder request(String path, String token) {
    return request(path).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path)).timeout(LONGEST_WAIT);
  }

  private byte[] answer(HttpRequest.Builder asked) throws IOException, InterruptedException {
    HttpRequest request = asked.build();
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          request.uri().getPath() + " was answered with " + response.statusCode());
    }
    return response.body();
  }

  @Override
  public void close() {
    client.close();
  }
}
