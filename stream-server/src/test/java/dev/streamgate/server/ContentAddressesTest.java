package dev.streamgate.server;

import static dev.streamgate.server.ContentStage.code;
import static dev.streamgate.server.ContentStage.data;
import static dev.streamgate.server.ContentStage.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Addresses that partners put into their pages: signed playlists, directory tokens, embeds; and
/// staff's previews.
@TestInstance(Lifecycle.PER_CLASS)
class ContentAddressesTest {
  private ContentStage stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage =
        new ContentStage(
            folder,
            Map.of(
                "CORS_ALLOWED_ORIGIN", ContentStage.SITE,
                "EMBED_ALLOWED_ORIGINS", ContentStage.SITE,
                "PARTNER_API_KEY", "key-of-the-partner-of-the-tests-01"));
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @Test
  void everyChildOfASignedPlaylistOpens() throws IOException {
    String event = stage.event(Map.of());
    JsonNode issued = stage.issued(event, stage.ticket(event));
    HttpResponse<String> playlist = stage.fetch(issued.path("hlsUrl").asText());
    assertThat(playlist.statusCode()).isEqualTo(200);
    assertThat(playlist.headers().firstValue("Content-Type"))
        .contains("application/vnd.apple.mpegurl");
    assertThat(playlist.headers().firstValue("Cache-Control"))
        .contains("no-cache, no-store, must-revalidate");
    assertThat(playlist.headers().firstValue("Pragma")).contains("no-cache");
    assertThat(playlist.headers().firstValue("Expires")).contains("0");
    assertThat(playlist.body()).startsWith("#EXTM3U\n#EXT-X-VERSION:3\n");
    List<String> renditions = addresses(playlist.body());
    assertThat(renditions).hasSize(2);
    for (String rendition : renditions) {
      assertThat(rendition)
          .startsWith(stage.server.url("/streams/" + event + "/"))
          .contains("?watermark=" + issued.path("watermarkId").asText() + "&token=")
          .containsPattern("&expires=\\d+&signature=[0-9a-f]{64}$");
      HttpResponse<String> media = stage.fetch(rendition);
      assertThat(media.statusCode()).isEqualTo(200);
      for (String segment : addresses(media.body())) {
        assertThat(stage.fetch(URI.create(rendition).resolve(segment).toString()).body())
            .isEqualTo("video of " + (rendition.contains("/360/") ? "360" : "1080"));
      }
    }
  }

  @Test
  void aChangedCharacterOfAnyPartIsRefused() throws IOException {
    String event = stage.event(Map.of());
    String address = stage.issued(event, stage.ticket(event)).path("hlsUrl").asText();
    String query = address.substring(address.indexOf('?') + 1);
    for (String parameter : query.split("&", -1)) {
      String value = parameter.substring(parameter.indexOf('=') + 1);
      for (int at = 0; at < value.length(); at += Math.max(1, value.length() / 40)) {
        char other = value.charAt(at) == '1' ? '2' : '1';
        String changed = value.substring(0, at) + other + value.substring(at + 1);
        String wrong = address.replace(parameter, parameter.replace(value, changed));
        assertThat(stage.status(wrong)).as(wrong).isEqualTo(403);
      }
    }
    for (String signature : List.of("xyz", "ab", "g".repeat(64))) {
      HttpResponse<String> refused =
          stage.fetch(address.replaceAll("signature=.*", "signature=" + signature));
      assertThat(code(refused)).isEqualTo("HLS_SIGNATURE_INVALID");
    }
    String other = stage.event(Map.of());
    assertThat(stage.status(address.replace(event, other))).isEqualTo(403);
    assertThat(stage.status(address.replace(event + "/", event + "%2Ftalk/"))).isEqualTo(403);
    assertThat(stage.status(address + "&content=" + other)).isEqualTo(403);
    assertThat(stage.status(address + "&content=" + event + "&seen=1")).isEqualTo(200);
    assertThat(code(stage.fetch(address.replaceAll("&signature=.*", ""))))
        .isEqualTo("HLS_PARAMS_MISSING");
  }

  @Test
  void aGoodSignatureOverABadTokenIsTold() throws IOException {
    String event = stage.event(Map.of());
    JsonNode issued = stage.issued(event, stage.ticket(event));
    stage.partner("revoke-token", Map.of("sessionId", issued.path("sessionId").asText()));
    HttpResponse<String> ended = stage.fetch(issued.path("hlsUrl").asText());
    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(code(ended)).isEqualTo("HLS_TOKEN_INVALID");
  }

  @Test
  void heightsAreKeptInSignedPlaylistsAndAddresses() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event, Map.of("maxHeight", 720));
    JsonNode issued = stage.issued(event, ticket);
    String playlist = stage.fetch(issued.path("hlsUrl").asText()).body();
    assertThat(playlist).contains("/360/").doesNotContain("/1080/");
    String rendition = addresses(playlist).getFirst();
    assertThat(stage.status(rendition.replace("/360/", "/1080/"))).isEqualTo(403);
    String signed = signedAddress(event, ticket, Map.of());
    assertThat(stage.fetch(signed).body()).doesNotContain("1080");
    assertThat(stage.status(signed.replace("stream.m3u8", "1080/index.m3u8"))).isEqualTo(403);
  }

  @Test
  void aSignedAddressOpensItsFolderUntilItsSessionOrCodeEnds() throws IOException {
    String event = stage.event(Map.of());
    String other = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    HttpResponse<String> answer =
        stage.partner(event + "/signed-url", Map.of("viewerId", ticket.path("id").asText()));
    String address = data(answer).path("url").asText();
    assertThat(address).contains("/bcdn_token=HS256-").contains("&sid=").contains("ch=");
    assertThat(stage.status(address)).isEqualTo(200);
    assertThat(stage.status(address.replace("stream.m3u8", "360/segment-0.ts"))).isEqualTo(200);
    assertThat(
            stage.status(
                address.replace("/streams/" + event + "/stream", "/streams/" + other + "/stream")))
        .isEqualTo(403);
    stage.partner("revoke-token", Map.of("sessionId", data(answer).path("sessionId").asText()));
    assertThat(stage.status(address)).isEqualTo(403);
    String second = signedAddress(event, ticket, Map.of());
    assertThat(stage.status(second)).isEqualTo(200);
    stage.calls.staff("PATCH", "tokens/" + ticket.path("id").asText() + "/revoke", Map.of());
    assertThat(stage.status(second)).isEqualTo(403);
  }

  @Test
  void noAddressIsSignedThatMediaWouldRefuse() throws IOException {
    String event = stage.event(Map.of());
    JsonNode staff = stage.ticket(event, Map.of("accessLevel", "STAFF"));
    assertThat(stage.status(signedAddress(event, staff, Map.of()))).isEqualTo(200);
    stage.calls.staff("PATCH", "events/" + event + "/deactivate", Map.of());
    HttpResponse<String> refused =
        stage.partner(event + "/signed-url", Map.of("viewerId", staff.path("id").asText()));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(error(refused)).isEqualTo("This event is no longer available.");
    assertThat(stage.calls.audit("action=PLAYBACK_TOKEN_DENIED&eventId=" + event))
        .singleElement()
        .satisfies(row -> assertThat(row.path("reason").asText()).isEqualTo("inactive"));
  }

  @Test
  void aSignedAddressMayBeLockedToAnAddressAndSlowedDown() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    String elsewhere = signedAddress(event, ticket, Map.of("ip", "203.0.113.7", "limit", 500));
    assertThat(elsewhere).contains("HS256-1-").contains("limit=500");
    assertThat(stage.status(elsewhere)).isEqualTo(403);
    for (Map<String, ?> wrong :
        List.of(Map.of("ip", "nowhere"), Map.of("limit", 0), Map.of("ttlSeconds", 59))) {
      Map<String, Object> body = new java.util.TreeMap<>(wrong);
      body.put("viewerId", ticket.path("id").asText());
      assertThat(stage.partner(event + "/signed-url", body).statusCode()).isEqualTo(400);
    }
    assertThat(code(stage.partner(event + "/signed-url", Map.of())))
        .isEqualTo("RATE_LIMIT_PARAMS_MISSING");
    assertThat(stage.ask(event + "/signed-url", Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void pagesOfAllowedOriginsMayLoadSignedPlaylists() throws IOException {
    String event = stage.event(Map.of());
    String address = stage.issued(event, stage.ticket(event)).path("hlsUrl").asText();
    assertThat(allowedOrigin("GET", address, ContentStage.SITE)).isEqualTo(ContentStage.SITE);
    assertThat(allowedOrigin("OPTIONS", address, ContentStage.SITE)).isEqualTo(ContentStage.SITE);
    assertThat(allowedOrigin("GET", address, "https://elsewhere.example")).isEmpty();
  }

  @Test
  void thePartnersOwnKeyOpensTheContentApiAndNothingElse() throws IOException {
    String event = stage.event(Map.of());
    String viewer = stage.ticket(event).path("id").asText();
    assertThat(withKey("/api/v1/content/sessions/" + viewer)).isEqualTo(200);
    assertThat(withKey("/api/revocations?cursor=0")).isEqualTo(401);
    assertThat(withKey("/api/admin/events")).isEqualTo(401);
  }

  @Test
  void anEmbedIsOpenToFramesOfAllowedOriginsOnly() throws IOException {
    String event = stage.event(Map.of());
    JsonNode brief = data(stage.partner(event + "/embed-url", Map.of()));
    HttpResponse<String> page = stage.fetch(brief.path("url").asText());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .endsWith("frame-ancestors " + ContentStage.SITE);
    String wrong = brief.path("url").asText().replace("expires=1", "expires=2");
    HttpResponse<String> refused = stage.fetch(wrong);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(refused.body()).contains("no longer valid").contains("gilt nicht mehr");
    JsonNode lasting =
        data(
            stage.server.post(
                "/api/v1/content/" + event + "/embed-url", stage.calls.owner(), Map.of()));
    assertThat(lasting.path("expiresAt").asText()).startsWith("2040-01-03");
    assertThat(stage.partner(event + "%2Ftalk/embed-url", Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void staffLookAtAnInactiveEventUntilTheySignOut() throws Exception {
    String event = stage.event(Map.of());
    stage.calls.staff("PATCH", "events/" + event + "/deactivate", Map.of());
    String manager = stage.server.tokenOf(dev.streamgate.model.staff.StaffRole.MANAGER);
    JsonNode preview =
        data(stage.server.post("/api/admin/events/" + event + "/preview", manager, Map.of()));
    String token = preview.path("playbackToken").asText();
    assertThat(preview.path("tokenExpiresIn").asInt()).isEqualTo(3600);
    assertThat(preview.path("previewUrl").asText()).startsWith(stage.server.url("/#playback="));
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(200);
    assertThat(stage.introspect(token).path("valid").asBoolean()).isTrue();
    assertThat(stage.calls.audit("action=ADMIN_OVERRIDE&eventId=" + event)).hasSize(1);
    assertThat(stage.calls.audit("action=PREVIEW_ISSUED&eventId=" + event)).hasSize(1);
    JsonNode open = stage.calls.diagnose(token);
    assertThat(open.path("cause").isNull()).as("%s", open).isTrue();
    String session = open.path("sessionId").asText();
    stage.server.post("/api/admin/logout", manager, Map.of());
    long end = System.nanoTime() + 5_000_000_000L;
    while (stage.media(event, "stream.m3u8", token) == 200 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(403);
    assertThat(stage.introspect(token).path("valid").asBoolean()).isFalse();
    for (String query : List.of(token, session)) {
      JsonNode ended = stage.calls.diagnose(query);
      assertThat(ended.path("cause").asText()).isEqualTo("inactive_subject");
      assertThat(ended.path("eventId").asText()).isEqualTo(event);
      assertThat(ended.toString()).contains("a staff preview").contains("its sign-in has ended");
      assertThat(ended.path("audit").findValuesAsText("action")).contains("PREVIEW_ISSUED");
    }
  }

  @Test
  void aLookOfStaffMayEndItself() throws IOException {
    String event = stage.event(Map.of());
    String path = "/api/admin/events/" + event + "/preview";
    String token =
        data(stage.server.post(path, stage.calls.owner(), Map.of())).path("playbackToken").asText();
    Map<String, String> own =
        Map.of("sessionId", stage.calls.diagnose(token).path("sessionId").asText());
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(200);
    String revoke = "/api/v1/content/revoke-token";
    assertThat(stage.server.post(revoke, token, Map.of("sessionId", "another")).statusCode())
        .isEqualTo(403);
    assertThat(data(stage.server.post(revoke, token, own)).path("revoked").asBoolean()).isTrue();
    assertThat(stage.media(event, "stream.m3u8", token)).isEqualTo(403);
  }

  @Test
  void strangersAreToldNothingInTheFrameOfThisApi() {
    HttpResponse<String> stranger = stage.server.get("/api/v1/content/sessions/x", "");
    assertThat(stranger.body())
        .isEqualTo("{\"success\":false,\"error\":\"Unauthorized\",\"code\":\"TOKEN_MISSING\"}");
    HttpResponse<String> nothing = stage.server.get("/api/v1/content/nothing", "");
    assertThat(nothing.body())
        .isEqualTo("{\"success\":false,\"error\":\"Not found\",\"code\":\"NOT_FOUND\"}");
    assertThat(error(stage.server.post("/api/v1/content/playback-token", "", List.of())))
        .isEqualTo("Invalid request body");
  }

  private String signedAddress(String event, JsonNode ticket, Map<String, ?> more) {
    Map<String, Object> body = new java.util.TreeMap<>(more);
    body.put("viewerId", ticket.path("id").asText());
    return data(stage.partner(event + "/signed-url", body)).path("url").asText();
  }

  private int withKey(String path) {
    return stage
        .server
        .send(
            stage
                .server
                .request(path, "")
                .header("X-Internal-Api-Key", "key-of-the-partner-of-the-tests-01")
                .build())
        .statusCode();
  }

  private String allowedOrigin(String method, String address, String origin) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Origin", origin)
            .method(method, BodyPublishers.noBody())
            .build();
    return stage
        .server
        .send(request)
        .headers()
        .firstValue("Access-Control-Allow-Origin")
        .orElse("");
  }

  private static List<String> addresses(String playlist) {
    return playlist.lines().filter(line -> !line.startsWith("#")).toList();
  }
}
