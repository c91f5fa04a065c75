package dev.streamgate.server;

import dev.streamgate.server.fixtures.TestPostgres;
import dev.streamgate.server.fixtures.UpstreamServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Topology C of the deployment guide: two platforms on one PostgreSQL, two edges, an origin, and
/// an nginx that keeps segments.
final class SeveralEdges implements AutoCloseable {
  final DocumentedNginx nginx;
  final MadeEvent event;
  final UpstreamServer origin = new UpstreamServer();
  private final Town town;
  private final List<Integer> ports = FreePorts.take(4);
  private final Map<String, String> database = TestPostgres.freshSchema();
  private final Machine otherEdge;

  SeveralEdges(Town town, Path folder) throws IOException, InterruptedException {
    this.town = town;
    nginx = DocumentedNginx.beforeEdges(folder.resolve("nginx"), ports.get(2), ports.get(3));
    Machine platform = platform(0);
    platform(1);
    edge(2);
    otherEdge = edge(3);
    event = town.createEvent(platform);
  }

  /// The address of one of the two platforms.
  String platformAddress(int number) {
    return "http://localhost:" + ports.get(number);
  }

  List<String> edgeAddresses() {
    return List.of("http://localhost:" + ports.get(2), "http://localhost:" + ports.get(3));
  }

  /// Puts a recording of one segment to the origin.
  void publish(String segment, byte[] video) {
    origin.has("/" + event.id() + "/" + segment, video);
    origin.has(
        "/" + event.id() + "/stream.m3u8",
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n" + segment + "\n#EXT-X-ENDLIST\n");
  }

  void stopOneEdge() {
    otherEdge.close();
  }

  @Override
  public void close() {
    nginx.close();
    origin.close();
  }

  private Machine platform(int number) throws IOException, InterruptedException {
    Map<String, String> variables = everywhere(number);
    variables.putAll(database);
    variables.put("DATABASE_PASSWORD_FILE", "database-password");
    Machine machine = town.member("c-platform-" + number, variables, "c", "c platform");
    town.givePassword(machine);
    Files.writeString(machine.folder().resolve("database-password"), "not asked for");
    town.serve(machine, "c platform");
    return machine;
  }

  private Machine edge(int number) throws IOException, InterruptedException {
    Map<String, String> variables = everywhere(number);
    variables.put("EDGE_ID", "edge-" + number);
    variables.put("ORIGIN", origin.origin());
    variables.put("BALANCER", "127.0.0.1");
    Machine machine = town.member("c-edge-" + number, variables, "c", "c edge");
    town.serve(machine, "c edge");
    return machine;
  }

  private Map<String, String> everywhere(int number) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PLATFORM", platformAddress(0));
    variables.put("MEDIA", nginx.origin());
    variables.put("PORT", ports.get(number).toString());
    return variables;
  }
}
