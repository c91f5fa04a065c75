package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.media.http.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a real nginx, with the configuration of the documentation, does not send.
@Timeout(120)
class NginxGuardTest {
  @TempDir Path folder;
  private NginxStage stage;

  @BeforeEach
  void start() throws Exception {
    stage = new NginxStage(folder);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aRevokeBitesOnTheSameConnection() throws Exception {
    stage.file("0.ts", 10);
    String line = "GET /streams/" + stage.event + "/0.ts HTTP/1.1";
    try (RawConnection connection = new RawConnection(stage.nginx.port())) {
      connection.send(line, "Authorization: Bearer " + stage.token);
      assertThat(connection.receive().status()).isEqualTo(200);

      stage.revoke();

      connection.send(line, "Authorization: Bearer " + stage.token);
      assertThat(connection.receive().status()).isEqualTo(403);
    }
  }

  /// What nginx folds into its own location it asks StreamGate about, and that refuses such paths.
  @Test
  void theInternalLocationIsNotThereForOthers() throws Exception {
    stage.file("0.ts", 10);
    List<String> own =
        List.of(
            "/_streams/local/EVENT/0.ts",
            "/_streams/cache/EVENT/0.ts",
            "/_streams/local/EVENT/0.ts?__token=TOKEN",
            "/%5fstreams/local/EVENT/0.ts",
            "//_streams/local/EVENT/0.ts",
            "/_streams//local/EVENT/0.ts",
            "/_streams%2flocal/EVENT/0.ts",
            "/_streams/local/x/../EVENT/0.ts",
            "/_streams/./local/EVENT/0.ts",
            "http://127.0.0.1/_streams/local/EVENT/0.ts",
            "/_STREAMS/local/EVENT/0.ts",
            "/_streams/local../nginx/nginx.conf",
            "/_streams/local/../../nginx/nginx.conf");
    List<String> throughMedia =
        List.of(
            "/streams/../_streams/local/EVENT/0.ts",
            "/streams/%2e%2e/_streams/local/EVENT/0.ts",
            "/streams/..%2f_streams/local/EVENT/0.ts",
            "/bcdn_token=x/../_streams/local/EVENT/0.ts");

    assertThat(own).allSatisfy(target -> assertThat(statusOf(target)).isEqualTo(404));
    assertThat(throughMedia).allSatisfy(target -> assertThat(statusOf(target)).isEqualTo(403));
  }

  @Test
  void onlyATrustedPeerIsToldWhereAFileLies() throws Exception {
    byte[] video = stage.file("0.ts", 1000);

    HttpResponse<byte[]> trusted = stage.get(stage.url(), "0.ts");
    HttpResponse<byte[]> stranger =
        NginxStage.sendFrom(
            "127.0.0.2", stage.request(stage.url(), "0.ts").header("X-Forwarded-For", "127.0.0.1"));

    assertThat(NginxStage.header(trusted, "X-Accel-Redirect"))
        .isEqualTo("/_streams/local/" + stage.event + "/0.ts");
    assertThat(trusted.body()).isEmpty();
    assertThat(stranger.headers().firstValue("X-Accel-Redirect")).isEmpty();
    assertThat(stranger.body()).isEqualTo(video);
  }

  @Test
  void aClientCannotTellStreamGateToSend() throws Exception {
    stage.file("0.ts", 10);

    stage.send(stage.request(stage.nginx.origin(), "0.ts").header("X-Accel-Redirect", "off"));

    assertThat(stage.lines("0.ts")).allSatisfy(line -> assertThat(line).endsWith(" 200 0"));
  }

  @Test
  void aLinkWithinTheEventIsFollowedAndOneThatLeadsOutIsNot() throws Exception {
    byte[] video = stage.file("store/0.ts", 1000);
    Path own = stage.streams().resolve(stage.event);
    Files.writeString(
        Files.createDirectories(stage.streams().resolve("other")).resolve("0.ts"), "other");
    Files.createSymbolicLink(own.resolve("link"), own.resolve("store"));
    Files.createSymbolicLink(own.resolve("out"), stage.streams().resolve("other"));

    assertThat(stage.get(stage.nginx.origin(), "link/0.ts").body()).isEqualTo(video);
    assertThat(stage.get(stage.nginx.origin(), "out/0.ts").statusCode()).isEqualTo(404);
    assertThat(NginxStage.header(stage.get(stage.url(), "link/0.ts"), "X-Accel-Redirect"))
        .endsWith("/store/0.ts");
    assertThat(stage.lines("link/0.ts").getFirst()).endsWith(" 200 0");
  }

  @Test
  void aDirectoryTokenOpensAndSetsThePace() throws Exception {
    byte[] video = stage.file("0.ts", 600_000);
    String prefix = stage.directoryToken(200);
    long begun = System.nanoTime();

    HttpResponse<byte[]> answer =
        stage.send(
            HttpRequest.newBuilder(
                URI.create(stage.nginx.origin() + prefix + "/streams/" + stage.event + "/0.ts")));

    assertThat(answer.body()).isEqualTo(video);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1500));
    assertThat(stage.lines("/bcdn_token=***/streams/" + stage.event + "/0.ts").getFirst())
        .endsWith(" 200 0");
    assertThat(stage.nginx.hasWritten("HS256-")).isFalse();
  }

  @Test
  void whatNginxCannotReadStreamGateSends() throws Exception {
    byte[] video = stage.file("0.ts", 1000);
    stage.nginx.close();
    Path empty = Files.createDirectories(folder.resolve("empty"));
    try (DocumentedNginx blind =
        DocumentedNginx.start(folder.resolve("blind"), stage.server.port(), empty, empty)) {
      HttpResponse<byte[]> answer = stage.get(blind.origin(), "0.ts");

      assertThat(answer.body()).isEqualTo(video);
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(blind.accessLog().getFirst()).endsWith(" 200 : 200 0 : 1000");
      assertThat(blind.hasWritten(stage.token)).isFalse();
    }
  }

  /// Sends a target as it is, with a good token.
  private int statusOf(String target) throws IOException {
    String line =
        "GET " + target.replace("EVENT", stage.event).replace("TOKEN", stage.token) + " HTTP/1.1";
    try (RawConnection connection = new RawConnection(stage.nginx.port())) {
      connection.send(line, "Authorization: Bearer " + stage.token);
      return connection.receive().status();
    }
  }
}
