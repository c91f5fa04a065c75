package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The three topologies (Spec, product §3.3), brought up by the very commands of the deployment
/// guide, and the nginx with a cache that it puts in front of edges.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class TopologiesTest {
  private static final Pattern FIRST_PASSWORD =
      Pattern.compile("(?m)^Sign in as \"admin\" with password: (.+)$");
  private static final String REFUSED = "{\"error\":\"Access denied\"}";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Town town;
  private SeveralEdges several;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    town = new Town(folder);
    several = new SeveralEdges(town, folder);
  }

  @AfterAll
  void stop() {
    town.close();
    several.close();
    client.close();
  }

  @Test
  void oneServerPlaysARecordingUntilItsTicketIsRevoked() throws Exception {
    int port = FreePorts.take(1).getFirst();
    String address = "http://localhost:" + port;
    Machine machine = town.machine("a", Map.of("PORT", Integer.toString(port)), "a");
    town.serve(machine, "a serve");
    String first = machine.awaitServed(FIRST_PASSWORD);
    try (StaffClient staff = new StaffClient(address, first)) {
      Map<String, String> change = Map.of("currentPassword", first, "newPassword", Town.PASSWORD);
      staff.ask("/api/admin/password", change);
    }
    MadeEvent event = town.createEvent(machine);
    town.encode(machine, "recording", event);

    try (StaffClient staff = new StaffClient(address, Town.PASSWORD)) {
      Viewer viewer = Viewer.redeem(client, address, event.codes().getFirst());
      assertPlays(viewer, address, 6);
      event.revoke(staff, viewer.code());
      assertRefused(viewer, address);
    }
    machine.close();
  }

  @Test
  void anEdgePlaysALiveStreamUntilThePlatformRevokes() throws Exception {
    List<Integer> ports = FreePorts.take(2);
    String gate = "http://localhost:" + ports.getFirst();
    String media = "http://localhost:" + ports.getLast();
    Machine platform =
        town.member(
            "b-platform",
            Map.of("PLATFORM", gate, "MEDIA", media, "PORT", ports.getFirst().toString()),
            "b");
    Machine edge =
        town.member(
            "b-edge",
            Map.of("PLATFORM", gate, "MEDIA", media, "PORT", ports.getLast().toString()),
            "b");
    town.givePassword(platform);
    town.serve(platform, "b platform");
    town.serve(edge, "b edge");
    MadeEvent event = town.createEvent(platform);
    town.encode(edge, "live", event);

    try (StaffClient staff = new StaffClient(gate, Town.PASSWORD)) {
      Viewer viewer = Viewer.redeem(client, gate, event.codes().getFirst());
      assertPlays(viewer, media, 10);
      awaitConfirmed(staff, event.revoke(staff, viewer.code()), 1);
      assertRefused(viewer, media);
      assertPlays(Viewer.redeem(client, gate, event.codes().getLast()), media, 10);
    }
    edge.close();
    platform.close();
  }

  @Test
  void whatNginxKeepsIsGivenToThoseWhoMayAndToNobodyElse() throws Exception {
    byte[] video = new byte[300_000];
    new Random(1).nextBytes(video);
    several.publish("0.ts", video);
    Viewer one = Viewer.redeem(client, several.platformAddress(0), code(0));
    Viewer other = Viewer.redeem(client, several.platformAddress(1), code(1));
    String front = several.nginx.origin();

    several.edgeAddresses().forEach(edge -> assertThat(one.watch(edge)).isEqualTo(200));
    assertPlays(one, front, 1);
    assertThat(one.fetch(front, "0.ts").body()).isEqualTo(video);
    HttpResponse<byte[]> kept = other.fetch(front, "0.ts");
    assertThat(kept.body()).isEqualTo(video);
    assertThat(kept.headers().firstValue("X-Cache-Status")).hasValue("HIT");
    assertThat(kept.headers().firstValue("Cache-Control")).hasValue("private, max-age=3600");
    assertPartsAndPages(other, front, video);

    assertThat(ask(front, one, "GET").statusCode()).isEqualTo(401);
    assertThat(one.fetch(front, "missing.ts").statusCode()).isEqualTo(404);
    try (StaffClient staff = new StaffClient(several.platformAddress(0), Town.PASSWORD)) {
      awaitConfirmed(staff, several.event.revoke(staff, one.code()), 2);
    }
    assertRefused(one, front);
    for (int request = 0; request < 4; request++) {
      HttpResponse<byte[]> refusal = one.fetch(front, "0.ts", "Origin", several.platformAddress(0));
      assertThat(refusal.statusCode()).isEqualTo(403);
      assertThat(new String(refusal.body(), StandardCharsets.UTF_8)).isEqualTo(REFUSED);
      assertThat(refusal.headers().firstValue("Access-Control-Allow-Origin"))
          .hasValue(several.platformAddress(0));
      assertThat(other.fetch(front, "0.ts").headers().firstValue("X-Cache-Status")).hasValue("HIT");
    }

    several.stopOneEdge();
    for (int request = 0; request < 4; request++) {
      assertThat(other.fetch(front, "0.ts").body()).isEqualTo(video);
      assertThat(one.fetch(front, "0.ts").statusCode()).isEqualTo(403);
    }
    assertThat(several.nginx.hasWritten(other.token())).isFalse();
    assertThat(several.nginx.accessLog()).anyMatch(line -> line.endsWith(" HIT"));
  }

  private void assertPartsAndPages(Viewer viewer, String front, byte[] video) throws Exception {
    HttpResponse<byte[]> part = viewer.fetch(front, "0.ts", "Range", "bytes=10-19");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(video, 10, 20));
    URI inQuery = URI.create(front + viewer.path()).resolve("0.ts?__token=" + viewer.token());
    HttpResponse<byte[]> queried =
        client.send(HttpRequest.newBuilder(inQuery).build(), BodyHandlers.ofByteArray());
    assertThat(queried.headers().firstValue("X-Cache-Status")).hasValue("HIT");
    HttpResponse<byte[]> ahead = ask(front, viewer, "OPTIONS");
    assertThat(ahead.headers().firstValue("Access-Control-Allow-Headers")).isPresent();
  }

  /// Asks for the segment without a credential, as a page of the portal.
  private HttpResponse<byte[]> ask(String front, Viewer viewer, String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(front + viewer.path()).resolve("0.ts"))
            .header("Origin", several.platformAddress(0))
            .method(method, BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private String code(int number) {
    return several.event.codes().get(number);
  }

  /// The playlist comes, and each of its segments.
  private static void assertPlays(Viewer viewer, String media, int segments) {
    HttpResponse<byte[]> playlist = viewer.fetch(media, "stream.m3u8");
    assertThat(playlist.statusCode()).isEqualTo(200);
    List<String> names =
        new String(playlist.body(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(names).hasSize(segments);
    for (String name : names) {
      HttpResponse<byte[]> segment = viewer.fetch(media, name);
      assertThat(segment.statusCode()).as(name).isEqualTo(200);
      assertThat(segment.body()).as(name).isNotEmpty();
    }
  }

  private static void assertRefused(Viewer viewer, String media) {
    assertThat(viewer.watch(media)).isEqualTo(403);
    assertThat(viewer.fetch(media, "stream0.ts").statusCode()).isEqualTo(403);
  }

  private static void awaitConfirmed(StaffClient staff, long change, int edges)
      throws InterruptedException {
    String path = "/api/admin/changes/" + change;
    for (int look = 0; look < 400 && !staff.get(path).path("confirmed").asBoolean(); look++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(staff.get(path).path("confirmed").asBoolean()).isTrue();
    assertThat(staff.get(path).path("edges")).hasSize(edges);
  }
}
