package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.grants.DirectoryGrant;
import dev.streamgate.server.grants.DirectoryGrant.Signing;
import dev.streamgate.server.grants.PlaylistSignature;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.media.TestCredentials;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in by an address alone: signed HLS addresses and directory tokens.
class SignedAddressesTest {
  private static final String SEGMENT = "/streams/evt-1/0.ts";
  private static final String PLAYLIST = "/streams/evt-1/stream.m3u8";
  private static final String EXPIRES = String.valueOf(TestTokens.EXPIRES_AT.getEpochSecond());
  private static final String CODE_HASH = "d84d0d0484233006e80569743f24510a";

  /// The vectors of media §3.3, as a viewer gets them.
  private static final String DIRECTORY =
      "/bcdn_token=HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc"
          + "&expires=1741194000&token_path=%2Fstreams%2Fevt-1%2F";

  @TempDir Path root;
  private MediaServer server;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(root.resolve("evt-1/item"));
    Files.createDirectories(root.resolve("evt-2"));
    Files.writeString(root.resolve("evt-1/0.ts"), "video");
    Files.writeString(root.resolve("evt-2/0.ts"), "video");
    Files.writeString(root.resolve("evt-1/item/0.ts"), "video");
    Files.writeString(
        root.resolve("evt-1/stream.m3u8"),
        "#EXTM3U\n#EXTINF:2,\n0.ts\n#EXTINF:2,\n/streams/evt-1/0.ts\n#EXT-X-ENDLIST\n");
    server = new MediaServer(root);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSignedAddressOpensAndIsPassedOn() throws Exception {
    String query = signed(server.token(), "evt-1", EXPIRES);

    assertThat(status(SEGMENT + query)).isEqualTo(200);
    assertThat(server.send(server.request(PLAYLIST + query)).body())
        .contains("\n0.ts" + query + "\n")
        .contains("\n/streams/evt-1/0.ts" + query + "\n");
  }

  @Test
  void theTokensItemIsPartOfTheContentsId() throws Exception {
    String token = server.tokens.mint(TestTokens.viewerOfItem("item"));

    assertThat(status("/streams/evt-1/item/0.ts" + signed(token, "evt-1/item", EXPIRES)))
        .isEqualTo(200);
    assertThat(status("/streams/evt-1/item/0.ts" + signed(token, "evt-1", EXPIRES))).isEqualTo(403);
    assertThat(status(SEGMENT + signed(token, "evt-1/item", EXPIRES))).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "expires=1741194000, expires=1741194001",
    "expires=1741194000, expires=01741194000",
    "expires=1741194000, expires=1741194000000",
    "expires=1741194000, expires=",
    "expires=1741194000, expires=-1",
    "signature=, signature=0",
    "signature=, signature=zz&x=",
    "token=e, token=f",
  })
  void eachPartOfItCounts(String part, String changed) throws Exception {
    String query = signed(server.token(), "evt-1", EXPIRES).replace(part, changed);

    assertThat(status(SEGMENT + query)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 8 * 3600 + 301})
  void anAddressThatIsOverOrLivesTooLongIsRefused(long seconds) throws Exception {
    String expires = String.valueOf(TestTokens.NOW.getEpochSecond() + seconds);

    assertThat(status(SEGMENT + signed(server.token(), "evt-1", expires))).isEqualTo(403);
  }

  @Test
  void aGoodSignatureSavesNoBadToken() throws Exception {
    String old = server.tokens.mint(TestTokens.viewerUntil(TestTokens.NOW));

    assertThat(status(SEGMENT + signed(old, "evt-1", EXPIRES))).isEqualTo(403);
    assertThat(status(SEGMENT + signed("nonsense", "evt-1", EXPIRES))).isEqualTo(403);
  }

  @Test
  void onlyAllThreeTogetherAreACredential() throws Exception {
    assertThat(status(SEGMENT + "?token=x&expires=1")).isEqualTo(401);
    assertThat(status(SEGMENT + "?token=x&signature=1")).isEqualTo(401);
  }

  @Test
  void anOldCookieIsSetAsideForAnAddress() throws Exception {
    HttpRequest.Builder signed = server.request(SEGMENT + signed(server.token(), "evt-1", EXPIRES));

    assertThat(server.send(signed.header("Cookie", "sg_play=old")).statusCode()).isEqualTo(200);
    assertThat(statusWith(DIRECTORY + SEGMENT, "Cookie", "sg_play=old")).isEqualTo(200);
    assertThat(statusWith(SEGMENT, "Cookie", "sg_play=old")).isEqualTo(403);
  }

  @Test
  void whatComesBeforeAnAddressDecidesAlone() throws Exception {
    assertThat(statusWith(DIRECTORY + SEGMENT, "Authorization", "Bearer x")).isEqualTo(403);
    assertThat(statusWith(DIRECTORY + SEGMENT, "Authorization", "Basic x")).isEqualTo(401);
    assertThat(status(DIRECTORY + SEGMENT + "?__token=x")).isEqualTo(403);
    assertThat(status(DIRECTORY + SEGMENT + "?token=x&expires=1&signature=y")).isEqualTo(403);
  }

  @Test
  void aDirectoryTokenOpensItsFolder() throws Exception {
    HttpResponse<String> playlist = server.send(server.request(DIRECTORY + PLAYLIST));

    assertThat(playlist.statusCode()).isEqualTo(200);
    assertThat(playlist.body())
        .isEqualTo(
            "#EXTM3U\n#EXTINF:2,\n0.ts\n#EXTINF:2,\n"
                + DIRECTORY
                + "/streams/evt-1/0.ts\n#EXT-X-ENDLIST\n");
    assertThat(playlist.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(status(DIRECTORY + SEGMENT)).isEqualTo(200);
    assertThat(status(DIRECTORY + "/streams/evt-1/item/0.ts")).isEqualTo(200);
    assertThat(status(DIRECTORY + "/streams/evt-1/missing.ts")).isEqualTo(404);
  }

  @Test
  void itOpensNothingElse() throws Exception {
    assertThat(status(DIRECTORY + "/streams/evt-2/0.ts")).isEqualTo(403);
    assertThat(status(DIRECTORY + "/streams/evt-1/../evt-2/0.ts")).isEqualTo(403);
    assertThat(status(DIRECTORY + "/elsewhere")).isEqualTo(403);
    assertThat(status(DIRECTORY)).isEqualTo(403);
    assertThat(status(DIRECTORY.replace("evt-1", "evt-2") + "/streams/evt-2/0.ts")).isEqualTo(403);
    assertThat(status(DIRECTORY + DIRECTORY + SEGMENT)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/expires=1741194000&token_path=%2Fstreams%2Fevt-1%2F"
            + "&bcdn_token=HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc",
        "/bcdn_token=HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc"
            + "&token_path=%2fstreams%2F%65vt-1%2F&expires=1741194000",
      })
  void theOrderAndTheSpellingOfItsParametersAreFree(String directory) throws Exception {
    assertThat(status(directory + SEGMENT)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&expires=1741194000",
        "&token_path=%2Fstreams%2Fevt-1%2F",
        "&limit=500",
        "&q=720",
        "&token_countries=DE",
        "&token_countries_blocked=DE",
        "&x=1",
        "&",
        "&x",
        "&%6cimit=5",
        "&limit=%zz",
        "\"",
        "%00",
      })
  void whatIsAddedToItIsRefused(String addition) throws Exception {
    assertThat(raw(DIRECTORY + addition + SEGMENT)).isIn(400, 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bcdn_token=",
        "/bcdn_token=x",
        "/bcdn_token=HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc",
        "/bcdn_token=HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc&expires=1741194000",
        "/bcdn_token=HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc&expires=1741194000000"
            + "&token_path=%2Fstreams%2Fevt-1%2F",
        "/bcdn_token=HS256-1-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc&expires=1741194000"
            + "&token_path=%2Fstreams%2Fevt-1%2F",
        "/bcdn_token=HS256-T_4xrFMBktVehtnFhEP0P3TVoFzAHL4JpLCfJLsKdsc&expires=1741194000"
            + "&token_path=/streams/evt-1/",
      })
  void whatIsNoDirectoryTokenIsRefused(String directory) throws Exception {
    assertThat(status(directory + SEGMENT)).isEqualTo(403);
  }

  @Test
  void itIsHeldToWhatHasBeenRefusedSince() throws Exception {
    String directory = directory(Optional.empty(), OptionalInt.empty());
    assertThat(status(directory + SEGMENT)).isEqualTo(200);

    server.denials.endSession(TestTokens.SESSION, TestTokens.NOW);
    assertThat(status(directory + SEGMENT)).isEqualTo(403);
  }

  @Test
  void aRevokedCodeClosesIt() throws Exception {
    String directory = directory(Optional.empty(), OptionalInt.empty());
    server.denials.refuseSubject(TestTokens.CODE, TestTokens.NOW);
    assertThat(status(directory + SEGMENT)).isEqualTo(403);

    server.denials.allowSubject(TestTokens.CODE);
    assertThat(status(directory + SEGMENT)).isEqualTo(200);
  }

  @Test
  void anInactiveEventClosesIt() throws Exception {
    server.denials.refuseEvent("evt-1");

    assertThat(status(DIRECTORY + SEGMENT)).isEqualTo(403);
  }

  @Test
  void aLockedOneOpensFromItsAddressOnly() throws Exception {
    String own = server.clientAddress();

    assertThat(status(directory(Optional.of(own), OptionalInt.empty()) + SEGMENT)).isEqualTo(200);
    assertThat(status(directory(Optional.of("203.0.113.7"), OptionalInt.empty()) + SEGMENT))
        .isEqualTo(403);
  }

  @Test
  void aLimitChangesNoByte() throws Exception {
    String directory = directory(Optional.empty(), OptionalInt.of(1));

    assertThat(server.send(server.request(directory + SEGMENT)).body()).isEqualTo("video");
    assertThat(server.send(server.request(directory + SEGMENT, "Range", "bytes=1-2")).body())
        .isEqualTo("id");
  }

  @Test
  void pagesOfOtherOriginsAndOtherMethodsAreTreatedAlike() throws Exception {
    HttpResponse<String> segment =
        server.send(server.request(DIRECTORY + SEGMENT, "Origin", MediaServer.PORTAL));
    HttpResponse<String> preflight =
        server.send(
            server
                .request(DIRECTORY + SEGMENT, "Origin", MediaServer.PORTAL)
                .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(segment.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue(MediaServer.PORTAL);
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(
            server
                .send(server.request(DIRECTORY + SEGMENT).POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void signaturesAreCounted() throws Exception {
    status(DIRECTORY + SEGMENT);
    status(DIRECTORY + "x" + SEGMENT);

    assertThat(signatures("valid")).isEqualTo(1);
    assertThat(signatures("invalid")).isEqualTo(1);
  }

  private double signatures(String result) {
    return server.meters.get("streamgate.hls.signatures").tag("result", result).counter().count();
  }

  private static String signed(String token, String contentId, String expires) {
    return "?token="
        + token
        + "&expires="
        + expires
        + "&signature="
        + PlaylistSignature.sign(TestCredentials.KEYS, contentId, token, expires);
  }

  private static String directory(Optional<String> address, OptionalInt limit) {
    DirectoryGrant grant =
        new DirectoryGrant(
            TestTokens.FOLDER,
            TestTokens.EXPIRES_AT,
            address,
            limit,
            Optional.of(TestTokens.SESSION),
            Optional.of(CODE_HASH),
            OptionalInt.empty());
    return ((Signing.Signed) grant.sign(TestCredentials.KEYS, TestCredentials.CLOCK)).prefix();
  }

  private int status(String path) throws Exception {
    return server.send(server.request(path)).statusCode();
  }

  private int statusWith(String path, String header, String value) throws Exception {
    return server.send(server.request(path, header, value)).statusCode();
  }

  private int raw(String path) throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET " + path + " HTTP/1.1");
      return connection.receive().status();
    }
  }
}
