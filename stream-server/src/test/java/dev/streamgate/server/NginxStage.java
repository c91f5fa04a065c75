package dev.streamgate.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.DirectoryGrant;
import dev.streamgate.server.grants.DirectoryGrant.Signing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// A server, a real nginx in front of it with the configuration of the documentation, and a viewer
/// with a ticket.
final class NginxStage implements AutoCloseable {
  static final String PORTAL = "https://portal.example.com";

  private static final String KEY = "hls-signing-key-of-the-tests-0123456789";

  final UpstreamServer upstream = new UpstreamServer();
  final RunningServer server;
  final DocumentedNginx nginx;
  final String event;
  final String token;
  private final Path folder;
  private final String ticket;
  final HttpClient client = client("127.0.0.1");

  NginxStage(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    server = RunningServer.start(folder, settings());
    nginx = DocumentedNginx.start(folder.resolve("nginx"), server.port(), streams(), cache());
    GateCalls calls = new GateCalls(server);
    event = calls.createEvent("Night", "never");
    JsonNode made = calls.ticket(event, Map.of("count", 1));
    ticket = made.path("id").asText();
    token =
        GateCalls.json(calls.validate(Map.of("code", made.path("code").asText())))
            .path("playbackToken")
            .asText();
    Files.createDirectories(streams().resolve(event));
  }

  void revoke() {
    new GateCalls(server).staff("PATCH", "tokens/" + ticket + "/revoke", Map.of());
  }

  @Override
  public void close() {
    client.close();
    nginx.close();
    server.close();
    upstream.close();
  }

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("TRUSTED_PROXIES", "127.0.0.1");
    settings.put("ACCEL_REDIRECT", "/_streams/");
    settings.put("UPSTREAM_ORIGIN", upstream.origin());
    settings.put("SEGMENT_CACHE_ROOT", cache().toString());
    settings.put("CORS_ALLOWED_ORIGIN", PORTAL);
    settings.put("HLS_SIGNING_KEY", KEY);
    return settings;
  }

  Path streams() {
    return folder.resolve("streams");
  }

  Path cache() {
    return folder.resolve("kept");
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  byte[] file(String path, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(path.hashCode()).nextBytes(bytes);
    Path file = streams().resolve(event).resolve(path);
    Files.createDirectories(file.getParent());
    return Files.readAllBytes(Files.write(file, bytes));
  }

  static HttpClient client(String from) throws IOException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .localAddress(InetAddress.getByName(from))
        .build();
  }

  HttpResponse<byte[]> get(String origin, String path) throws Exception {
    return send(request(origin, path));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /// From an address that is not the nginx's.
  static HttpResponse<byte[]> sendFrom(String address, HttpRequest.Builder request)
      throws Exception {
    try (HttpClient other = client(address)) {
      return other.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  int status(String address) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address))).statusCode();
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /// All but what a connection says of itself, and what nginx says of whole files alone.
  static Map<String, List<String>> headers(HttpResponse<?> answer) {
    Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
    headers.keySet().removeAll(List.of("server", "date", "connection", "accept-ranges"));
    return headers;
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /// The lines of nginx's log about a path. Ends the nginx.
  List<String> lines(String path) throws IOException {
    return nginx.accessLog().stream().filter(line -> line.contains(path + "\"")).toList();
  }

  String directoryToken(int kilobytesPerSecond) {
    DirectoryGrant grant =
        new DirectoryGrant(
            "/streams/" + event + "/",
            Instant.now().plusSeconds(600),
            Optional.empty(),
            OptionalInt.of(kilobytesPerSecond),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());
    Signing signing = grant.sign(new AddressKeys(List.of(KEY)), InstantSource.system());
    return ((Signing.Signed) signing).prefix();
  }

  HttpRequest.Builder request(String origin, String path) {
    return HttpRequest.newBuilder(URI.create(origin + "/streams/" + event + "/" + path))
        .header("Authorization", "Bearer " + token);
  }

  /// The status of a segment's answer to a request with another header.
  int status(String name, String value) throws Exception {
    return send(request(nginx.origin(), "0.ts").header(name, value)).statusCode();
  }
}
