package dev.streamgate.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// A running server with streams, and what partners and their players ask it.
final class ContentStage implements AutoCloseable {
  static final String SITE = "https://club.example";
  static final String MULTIVARIANT =
      """
      #EXTM3U
      #EXT-X-VERSION:3
      #EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360
      360/index.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080
      1080/index.m3u8
      """;
  static final String MEDIA =
      """
      #EXTM3U
      #EXT-X-VERSION:3
      #EXT-X-TARGETDURATION:4
      #EXTINF:4,
      segment-0.ts
      #EXT-X-ENDLIST
      """;

  final RunningServer server;
  final GateCalls calls;
  private final Path folder;

  ContentStage(Path folder, Map<String, String> settings) {
    this(folder, settings, InstantSource.system());
  }

  /// @param clock tells the server the time
  ContentStage(Path folder, Map<String, String> settings, InstantSource clock) {
    this.folder = folder;
    server = RunningServer.start(folder, settings, clock);
    calls = new GateCalls(server);
  }

  /// An event with a stream in two heights, an item `talk` and a preview folder.
  String event(Map<String, ?> fields) throws IOException {
    String event = calls.createEvent("Partner night", "never");
    if (!fields.isEmpty()) {
      calls.staff("PUT", "events/" + event, fields);
    }
    Path streams = folder.resolve("streams").resolve(event);
    for (String name : new String[] {"360", "1080", "talk", "preview"}) {
      Files.createDirectories(streams.resolve(name));
      Files.writeString(streams.resolve(name).resolve("segment-0.ts"), "video of " + name);
    }
    Files.writeString(streams.resolve("stream.m3u8"), MULTIVARIANT);
    Files.writeString(streams.resolve("360/index.m3u8"), MEDIA);
    Files.writeString(streams.resolve("1080/index.m3u8"), MEDIA);
    Files.writeString(streams.resolve("talk/stream.m3u8"), MEDIA);
    Files.writeString(streams.resolve("preview/stream.m3u8"), MEDIA);
    calls.staff(
        "PUT",
        "events/" + event + "/items",
        Map.of("items", new Object[] {Map.of("item", "talk")}));
    return event;
  }

  /// The item `talk`, which opens at an instant.
  static Map<String, ?> items(String availableAt) {
    Map<String, ?> item = Map.of("item", "talk", "availableAt", availableAt);
    return Map.of("items", new Object[] {item});
  }

  JsonNode ticket(String event) {
    return ticket(event, Map.of());
  }

  JsonNode ticket(String event, Map<String, ?> fields) {
    Map<String, Object> order = new java.util.TreeMap<>(fields);
    order.put("count", 1);
    return calls.ticket(event, order);
  }

  /// Asks as a stranger.
  HttpResponse<String> ask(String path, Map<String, ?> body) {
    return server.post("/api/v1/content/" + path, "", body);
  }

  /// Asks as a partner.
  HttpResponse<String> partner(String path, Map<String, ?> body) {
    return server.send(
        server
            .request("/api/v1/content/" + path, "")
            .header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY)
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(body)))
            .build());
  }

  HttpResponse<String> partnerGet(String path) {
    return server.send(
        server
            .request("/api/v1/content/" + path, "")
            .header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY)
            .build());
  }

  /// The token of a partner's player.
  JsonNode issued(String content, JsonNode ticket) {
    HttpResponse<String> answer =
        partner(
            "playback-token", Map.of("contentId", content, "viewerId", ticket.path("id").asText()));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return data(answer);
  }

  HttpResponse<String> fetch(String address) {
    return server.send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  int status(String address) {
    return fetch(address).statusCode();
  }

  /// The status of a file on the media side for the bearer of a token.
  int media(String event, String file, String token) {
    return server.get("/streams/" + event + "/" + file, token).statusCode();
  }

  JsonNode introspect(String token) {
    return data(partner("validate-token", Map.of("token", token)));
  }

  static JsonNode data(HttpResponse<String> answer) {
    return GateCalls.json(answer).path("data");
  }

  static String code(HttpResponse<String> answer) {
    return GateCalls.json(answer).path("code").asText();
  }

  static String error(HttpResponse<String> answer) {
    return GateCalls.json(answer).path("error").asText();
  }

  @Override
  public void close() {
    server.close();
  }
}
