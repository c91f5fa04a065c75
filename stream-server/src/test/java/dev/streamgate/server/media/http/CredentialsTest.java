package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.TestTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, with what, and until when.
class CredentialsTest {
  private static final String SEGMENT = "/streams/evt-1/0.ts";
  private static final String PLAYLIST = "/streams/evt-1/stream.m3u8";
  private static final String DENIED = "{\"error\":\"Access denied\"}";

  @TempDir Path root;
  private MediaServer server;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(root.resolve("evt-1"));
    Files.writeString(root.resolve("evt-1/0.ts"), "video");
    Files.writeString(
        root.resolve("evt-1/stream.m3u8"),
        "#EXTM3U\r\n#EXT-X-MAP:URI=\"init.mp4\"\r\n#EXTINF:2,\r\n0.ts\r\n#EXT-X-ENDLIST\r\n");
    server = new MediaServer(root);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nobodyIsLetInWithoutCredential() throws Exception {
    HttpResponse<String> answer = server.send(server.request(SEGMENT));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Authorization required\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "Bearer a b", "nonsense"})
  void aMalformedHeaderIsNoCredentialWhateverElseIsSent(String header) throws Exception {
    HttpRequest.Builder request =
        server
            .request(SEGMENT + "?__token=" + server.token())
            .header("Cookie", "sg_play=" + server.token())
            .header("Authorization", header);

    assertThat(server.send(request).statusCode()).isEqualTo(401);
  }

  @Test
  void theHeaderWinsOverTheQuery() throws Exception {
    HttpRequest.Builder request =
        server.request(SEGMENT + "?__token=" + server.token()).header("Authorization", "Bearer x");

    assertThat(server.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void theQueryOpensAndIsPassedOnToTheChildren() throws Exception {
    String token = server.token();

    HttpResponse<String> answer = server.send(server.request(PLAYLIST + "?__token=" + token));

    assertThat(answer.body())
        .isEqualTo(
            "#EXTM3U\r\n#EXT-X-MAP:URI=\"init.mp4?__token=%1$s\"\r\n#EXTINF:2,\r\n0.ts?__token=%1$s\r\n#EXT-X-ENDLIST\r\n"
                .formatted(token));
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().map()).doesNotContainKeys("etag", "last-modified");
  }

  @Test
  void aRewrittenPlaylistHasNoPartsAndNoStates() throws Exception {
    HttpRequest.Builder request =
        server
            .request(PLAYLIST + "?__token=" + server.token(), "Range", "bytes=0-3")
            .header("If-None-Match", "*");

    assertThat(server.send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void aSegmentOfTheQueryIsSentAsItIs() throws Exception {
    HttpRequest.Builder request =
        server.request(SEGMENT + "?__token=" + server.token(), "Range", "bytes=0-1");

    assertThat(server.send(request).body()).isEqualTo("vi");
  }

  @Test
  void theCookieOpensWithoutRewriting() throws Exception {
    HttpRequest.Builder request =
        server.request(PLAYLIST).header("Cookie", "a=b; sg_play=" + server.token());

    assertThat(server.send(request).body()).contains("\r\n0.ts\r\n");
  }

  @Test
  void theCookieOfAnotherOriginsPageDoesNotCount() throws Exception {
    HttpRequest.Builder request =
        server
            .request(SEGMENT, "Origin", MediaServer.PORTAL)
            .header("Cookie", "sg_play=" + server.token());

    assertThat(server.send(request).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "a&__token", "%00", "ä", "a.b.c", "", "a;b"})
  void brokenValuesBreakNothing(String value) throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET " + SEGMENT + "?__token=" + value + " HTTP/1.1");

      assertThat(connection.receive().status()).isIn(400, 401, 403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sg_play", "sg_play=", "=;;=", "sg_play=\"x\"; sg_play=y", "\u00e4=\u00e4"})
  void brokenCookiesBreakNothing(String cookie) throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET " + SEGMENT + " HTTP/1.1", "Cookie: " + cookie);

      assertThat(connection.receive().status()).isIn(400, 401, 403);
    }
  }

  @Test
  void whatWasRefusedSinceIsRefusedAtOnce() throws Exception {
    assertThat(server.get(SEGMENT).statusCode()).isEqualTo(200);

    server.denials.refuseSubject(TestTokens.CODE, TestTokens.NOW);

    HttpResponse<String> answer = server.get(SEGMENT);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(DENIED);
  }

  @Test
  void everyRefusalLooksTheSame() throws Exception {
    List<PlaybackTokenClaims> useless =
        List.of(
            TestTokens.viewerUntil(TestTokens.NOW),
            TestTokens.viewerOf(TestTokens.FOLDER + "item/"),
            TestTokens.probe());

    for (PlaybackTokenClaims claims : useless) {
      HttpResponse<String> answer = server.getWith(claims, SEGMENT);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).isEqualTo(DENIED);
    }
  }

  @Test
  void aProbeTokenOpensHeadOnly() throws Exception {
    String bearer = "Bearer " + server.tokens.mint(TestTokens.probe());
    HttpRequest.Builder head = server.request(PLAYLIST).header("Authorization", bearer).HEAD();

    HttpResponse<String> answer = server.send(head);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).containsKeys("etag", "last-modified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
  void otherMethodsAreToldWhatIsAllowed(String method) throws Exception {
    HttpResponse<String> answer =
        server.send(server.request(SEGMENT).method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Method not allowed\"}");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
  }

  @Test
  void decisionsAreCounted() throws Exception {
    server.get(SEGMENT);
    server.send(server.request(SEGMENT));

    assertThat(authorisations("granted", "bearer")).isEqualTo(1);
    assertThat(authorisations("refused", "none")).isEqualTo(1);
  }

  private double authorisations(String result, String credential) {
    return server
        .meters
        .get("streamgate.media.authorisations")
        .tags("result", result, "credential", credential)
        .counter()
        .count();
  }
}
