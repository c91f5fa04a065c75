package dev.streamgate.server;

import static dev.streamgate.server.ContentStage.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.fixtures.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What holds of every way to an event that needs no typing: the tokens, addresses, frames and
/// previews that the content API and staff hand out.
@TestInstance(Lifecycle.PER_CLASS)
class WaysInTest {
  private static final Duration LIFE = Duration.ofMinutes(5);

  /// What a signature covers in an address. The watermark only says whose picture it is.
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<=\\b(?:token|expires|signature|bcdn_token|token_path|sid|ch|limit|q)=)[^&/?]+");

  /// Positions to change in one value.
  private static final int SAMPLES = 50;

  private final MutableClock clock = MutableClock.atNoon();
  private ContentStage stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = new ContentStage(folder, Map.of("EMBED_ALLOWED_ORIGINS", ContentStage.SITE), clock);
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  /// A way in.
  ///
  /// @param bearer shown with the address; empty if the address does by itself
  private record Way(String name, String address, String bearer) {
    Way at(UnaryOperator<String> edit) {
      return new Way(name, edit.apply(address), bearer);
    }

    Way with(String other) {
      return new Way(name, address, other);
    }

    @Override
    public String toString() {
      return name + " " + address + " " + bearer;
    }
  }

  @Test
  void everyWayLeadsInForAsLongAsItWasSaid() throws IOException {
    List<Way> ways = ways(stage.event(Map.of("previewEnabled", true)), Map.of());
    assertThat(ways).allSatisfy(way -> assertThat(status(way)).isEqualTo(200));
    clock.advance(LIFE.minusSeconds(1));
    assertThat(ways).allSatisfy(way -> assertThat(status(way)).isEqualTo(200));
    clock.advance(Duration.ofSeconds(1));
    assertThat(ways).allSatisfy(way -> assertThat(status(way)).isEqualTo(403));
  }

  @Test
  void noWayOpensWithACharacterChanged() throws IOException {
    String event = stage.event(Map.of("previewEnabled", true));
    for (Way way : ways(event, Map.of("maxHeight", 720))) {
      assertThat(status(way)).as(way.name()).isEqualTo(200);
      List<Way> changed = changed(way).toList();
      assertThat(changed).as(way.name()).hasSizeGreaterThan(20);
      assertThat(changed).allSatisfy(it -> assertThat(status(it)).isEqualTo(403));
    }
  }

  @Test
  void noWayLeadsToAnotherEvent() throws IOException {
    String event = stage.event(Map.of("previewEnabled", true));
    String other = stage.event(Map.of("previewEnabled", true));
    for (Way way : ways(event, Map.of())) {
      Way byPath = way.at(it -> it.replace("/" + event + "/", "/" + other + "/"));
      Way altogether = way.at(it -> it.replace(event, other));
      assertThat(List.of(byPath, altogether))
          .filteredOn(it -> !it.equals(way))
          .isNotEmpty()
          .allSatisfy(it -> assertThat(status(it)).isEqualTo(403));
    }
  }

  @Test
  void theWayToAnItemLeadsToNothingElse() throws IOException {
    String event = stage.event(Map.of());
    for (Way way : waysOfTicket(event + "/talk", stage.ticket(event, Map.of("item", "talk")))) {
      assertThat(status(way)).as(way.name()).isEqualTo(200);
      Way elsewhere =
          way.at(it -> it.replace("%2Ftalk/", "/").replaceAll("/talk/[^?]*", "/360/segment-0.ts"));
      assertThat(status(elsewhere)).as(way.name()).isEqualTo(403);
    }
    Way preview = ways(stage.event(Map.of("previewEnabled", true)), Map.of()).getLast();
    for (String elsewhere : List.of("/talk/", "/360/", "/preview/../360/", "/")) {
      assertThat(status(preview.at(it -> it.replace("/preview/", elsewhere))))
          .as(elsewhere)
          .isEqualTo(403);
    }
  }

  @Test
  void aHeightClosesHigherRenditionsOnEveryWay() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event, Map.of("maxHeight", 720));
    int renditions = 0;
    for (Way way : waysOfTicket(event, ticket)) {
      Way higher = way.at(it -> it.replace("/360/", "/1080/"));
      if (!higher.equals(way)) {
        renditions++;
        assertThat(status(way)).as(way.name()).isEqualTo(200);
        assertThat(status(higher)).as(way.name()).isEqualTo(403);
      }
    }
    assertThat(renditions).as("ways that name a rendition").isPositive();
  }

  @Test
  void aRevokedSessionEndsItsWays() throws IOException {
    String event = stage.event(Map.of());
    JsonNode issued = issued(event, stage.ticket(event));
    List<Way> ways = tokenWays(event, issued);
    assertThat(ways).allSatisfy(way -> assertThat(status(way)).isEqualTo(200));
    revoke(issued.path("sessionId").asText());
    assertThat(ways.stream().map(this::status)).containsExactly(403, 401, 403);
    JsonNode signed = signed(event, stage.ticket(event));
    assertThat(stage.status(signed.path("url").asText())).isEqualTo(200);
    revoke(signed.path("sessionId").asText());
    assertThat(stage.status(signed.path("url").asText())).isEqualTo(403);
    Way look = staffLook(event, staffPreview(event));
    assertThat(status(look)).isEqualTo(200);
    revoke(claims(look.bearer()).path("sid").asText());
    assertThat(status(look)).isEqualTo(403);
    assertThat(stage.introspect(look.bearer()).path("valid").asBoolean()).isFalse();
    assertThat(stage.calls.audit("action=CONTENT_SESSION_REVOKED&eventId=" + event))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.path("actor").asText()).isEqualTo("partner"));
  }

  @Test
  void aRevokedTicketEndsItsWays() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    List<Way> ways = waysOfTicket(event, ticket);
    assertThat(ways).allSatisfy(way -> assertThat(status(way)).isEqualTo(200));
    stage.calls.staff("PATCH", "tokens/" + ticket.path("id").asText() + "/revoke", Map.of());
    assertThat(ways.stream().map(this::status)).containsExactly(403, 401, 403, 403);
  }

  @Test
  void anInactiveEventEndsAllWaysButThatOfStaffAndADeletedOneEndsThatToo() throws IOException {
    String event = stage.event(Map.of("previewEnabled", true));
    List<Way> ways =
        ways(event, Map.of()).stream().filter(way -> !way.name().equals("frame")).toList();
    assertThat(ways).allSatisfy(way -> assertThat(status(way)).isEqualTo(200));
    stage.calls.staff("PATCH", "events/" + event + "/deactivate", Map.of());
    assertThat(ways.stream().map(this::status)).containsExactly(403, 401, 403, 403, 200, 403);
    stage.calls.staff("DELETE", "events/" + event, Map.of(), "X-Confirm-Delete", "Partner night");
    assertThat(ways.stream().map(this::status)).allMatch(status -> status >= 400);
  }

  /// What a frame opens, too: it asks for a code of its own event.
  @Test
  void aVisitByCodeEndsWithItsSessionAndItsCode() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    String code = ticket.path("code").asText();
    String seat =
        GateCalls.json(stage.calls.validate(Map.of("code", code, "eventId", event)))
            .path("playbackToken")
            .asText();
    assertThat(stage.media(event, "stream.m3u8", seat)).isEqualTo(200);
    revoke(claims(seat).path("sid").asText());
    assertThat(stage.media(event, "stream.m3u8", seat)).isEqualTo(403);
    stage.calls.staff("PATCH", "tokens/" + ticket.path("id").asText() + "/revoke", Map.of());
    assertThat(stage.calls.validate(Map.of("code", code, "eventId", event)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void theAddressOfALookOfStaffIsGoodForFiveMinutesAndItsTokenForAnHour() throws IOException {
    JsonNode preview = staffPreview(stage.event(Map.of()));
    String address = preview.path("previewUrl").asText();
    JsonNode inAddress = claims(address.substring(address.indexOf('=') + 1));
    JsonNode token = claims(preview.path("playbackToken").asText());
    long now = clock.instant().getEpochSecond();
    assertThat(inAddress.path("exp").asLong()).isEqualTo(now + 300);
    assertThat(token.path("exp").asLong()).isEqualTo(now + 3600);
    assertThat(preview.path("previewExpiresAt").asText())
        .isEqualTo(clock.instant().plusSeconds(300).toString().replace("Z", ".000Z"));
    assertThat(inAddress.path("sid")).isEqualTo(token.path("sid"));
  }

  /// All of them, each good for five minutes; the piece for everybody comes last.
  private List<Way> ways(String event, Map<String, ?> ticket) throws IOException {
    String embed = data(stage.partner(event + "/embed-url", Map.of())).path("url").asText();
    JsonNode piece =
        data(
            stage.ask(
                "playback-token", Map.of("contentId", event, "preview", true, "expiryMinutes", 5)));
    return Stream.of(
            waysOfTicket(event, stage.ticket(event, ticket)).stream(),
            Stream.of(
                new Way("frame", embed, ""),
                staffLook(event, staffPreview(event)),
                new Way(
                    "piece for everybody",
                    stage.server.url("/streams/" + event + "/preview/segment-0.ts"),
                    piece.path("token").asText())))
        .flatMap(it -> it)
        .toList();
  }

  private List<Way> waysOfTicket(String content, JsonNode ticket) throws IOException {
    String signed = signed(content, ticket).path("url").asText();
    String file = content.endsWith("/talk") ? "segment-0.ts" : "360/segment-0.ts";
    return Stream.concat(
            tokenWays(content, issued(content, ticket)).stream(),
            Stream.of(new Way("directory token", signed.replace("stream.m3u8", file), "")))
        .toList();
  }

  private List<Way> tokenWays(String content, JsonNode issued) throws IOException {
    String playlist = issued.path("hlsUrl").asText();
    String child =
        stage
            .fetch(playlist)
            .body()
            .lines()
            .filter(it -> !it.startsWith("#"))
            .findFirst()
            .orElseThrow();
    String file = content.endsWith("/talk") ? "/segment-0.ts" : "/360/segment-0.ts";
    return List.of(
        new Way(
            "content token",
            stage.server.url("/streams/" + content + file),
            issued.path("token").asText()),
        new Way("signed playlist", playlist, ""),
        new Way("child of it", child, ""));
  }

  private Way staffLook(String event, JsonNode preview) {
    String address = preview.path("previewUrl").asText();
    return new Way(
        "look of staff",
        stage.server.url("/streams/" + event + "/360/segment-0.ts"),
        address.substring(address.indexOf("#playback=") + "#playback=".length()));
  }

  private JsonNode staffPreview(String event) {
    String path = "/api/admin/events/" + event + "/preview";
    return data(stage.server.post(path, stage.server.tokenOf(StaffRole.MANAGER), Map.of()));
  }

  private JsonNode issued(String content, JsonNode ticket) {
    return data(
        stage.partner(
            "playback-token",
            Map.of(
                "contentId", content, "viewerId", ticket.path("id").asText(), "expiryMinutes", 5)));
  }

  private JsonNode signed(String content, JsonNode ticket) {
    Map<String, ?> body = Map.of("viewerId", ticket.path("id").asText(), "limit", 5000);
    return data(stage.partner(content.replace("/", "%2F") + "/signed-url", body));
  }

  private void revoke(String sessionId) {
    stage.partner("revoke-token", Map.of("sessionId", sessionId));
  }

  private int status(Way way) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(way.address()));
    if (!way.bearer().isEmpty()) {
      request.header("Authorization", "Bearer " + way.bearer());
    }
    return stage.server.send(request.build()).statusCode();
  }

  /// The same way with one character of a signed part changed, for many characters.
  private static Stream<Way> changed(Way way) {
    if (!way.bearer().isEmpty()) {
      return changed(way.bearer()).map(way::with);
    }
    Matcher parts = SIGNED.matcher(way.address());
    return parts
        .results()
        .flatMap(part ->
            changed(part.group())
                .map(value ->
                    way.at(
                        it -> it.substring(0, part.start()) + value + it.substring(part.end()))));
  }

  private static Stream<String> changed(String value) {
    int step = Math.max(1, value.length() / SAMPLES);
    return IntStream.iterate(0, at -> at < value.length(), at -> at + step)
        .mapToObj(at ->
            value.substring(0, at)
                + (value.charAt(at) == '1' ? '2' : '1')
                + value.substring(at + 1));
  }

  private static JsonNode claims(String token) {
    return WireJson.tree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
