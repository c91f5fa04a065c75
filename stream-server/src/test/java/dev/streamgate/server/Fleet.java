package dev.streamgate.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// One platform and two edges, each a process of its own that can be killed and started again, and
/// one folder of streams that both edges serve.
final class Fleet implements AutoCloseable {
  static final String INTERNAL_KEY = "internal-key-of-the-fleet-0123456789";

  private static final String SIGNING_SECRET = "signing-secret-of-the-fleet-0123456789";
  private static final int EDGES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final List<Integer> ports;
  private final List<ServerProcess> edges = new ArrayList<>();
  private ServerProcess platform;

  private Fleet(Path folder) throws IOException {
    this.folder = folder;
    this.ports = FreePorts.take(1 + EDGES);
    Files.createDirectories(streams());
    platform = platform();
    for (int edge = 0; edge < EDGES; edge++) {
      edges.add(edge(edge));
    }
  }

  /// Starts all three; when this returns they answer.
  ///
  /// @param folder holds their data, logs and streams
  static Fleet start(Path folder) throws IOException {
    return new Fleet(folder);
  }

  ServerProcess platformProcess() {
    return platform;
  }

  /// The addresses of both edges.
  List<String> edgeAddresses() {
    return IntStream.range(0, EDGES).mapToObj(this::edgeAddress).toList();
  }

  String edgeAddress(int edge) {
    return "http://localhost:" + ports.get(edge + 1);
  }

  /// Puts a playlist and a segment into an event's stream folder.
  void addStream(String event) throws IOException {
    Path stream = Files.createDirectories(streams().resolve(event));
    Files.writeString(stream.resolve("segment-000.ts"), "segment");
    Files.writeString(
        stream.resolve("stream.m3u8"),
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nsegment-000.ts\n#EXT-X-ENDLIST\n");
  }

  void killPlatform() {
    platform.kill();
  }

  void startPlatform() throws IOException {
    platform = platform();
  }

  void killEdge(int edge) {
    edges.get(edge).kill();
  }

  void startEdge(int edge) throws IOException {
    edges.set(edge, edge(edge));
  }

  /// Waits until an edge has kept that it refuses a code; it does so within a second.
  void awaitSnapshot(int edge, String code) throws IOException, InterruptedException {
    Path snapshot = folder.resolve("edge-" + edge).resolve("data").resolve("edge.json");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(snapshot) || !Files.readString(snapshot).contains(code)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the edge keeps nothing");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Override
  public void close() {
    edges.forEach(ServerProcess::close);
    platform.close();
  }

  private ServerProcess platform() throws IOException {
    return ServerProcess.start(
        folder.resolve("platform"),
        Map.of(
            "ROLE",
            "platform",
            "PORT",
            ports.getFirst().toString(),
            "HLS_SERVER_BASE_URL",
            edgeAddress(0),
            "PLAYBACK_SIGNING_SECRET",
            SIGNING_SECRET,
            "INTERNAL_API_KEY",
            INTERNAL_KEY));
  }

  private ServerProcess edge(int edge) throws IOException {
    String platformAddress = "http://localhost:" + ports.getFirst();
    return ServerProcess.start(
        folder.resolve("edge-" + edge),
        Map.of(
            "ROLE",
            "media",
            "PORT",
            ports.get(edge + 1).toString(),
            "EDGE_ID",
            "edge-" + edge,
            "STREAM_ROOT",
            streams().toString(),
            "PLATFORM_APP_URL",
            platformAddress,
            "CORS_ALLOWED_ORIGIN",
            platformAddress,
            "PLAYBACK_SIGNING_SECRET",
            SIGNING_SECRET,
            "INTERNAL_API_KEY",
            INTERNAL_KEY));
  }

  private Path streams() {
    return folder.resolve("streams");
  }
}
