package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The partners' guide, done: its calls by curl, its example site in a browser, its addresses in a
/// player that is none.
class PartnerSiteTest extends ViewerTest {
  private static final String KEY = "key-of-a-partner-of-the-tests-0123456789";
  private static final Path GUIDE = Path.of("..", "docs", "partners.md");
  private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final String PLAYED = "() => document.querySelector('video').currentTime > 1";

  private final HttpClient client = HttpClient.newHttpClient();
  private final PartnerWebsite site = new PartnerWebsite();
  private final PartnerWebsite stranger = new PartnerWebsite();

  @Override
  Map<String, String> settings() {
    return Map.of(
        "PARTNER_API_KEY", KEY,
        "CORS_ALLOWED_ORIGIN", site.origin(),
        "EMBED_ALLOWED_ORIGINS", site.origin());
  }

  @AfterAll
  void closeSites() {
    site.close();
    stranger.close();
    client.close();
  }

  @Test
  void aContentTokenPlaysUntilItsSessionIsRevoked() {
    Show.Ticketed event = show().recorded("By content token");
    JsonNode issued = issued(event);
    String playlist = show().portal() + "streams/" + event.event().value() + "/stream.m3u8";
    String page =
        "/token.html#playlist=%s&token=%s"
            .formatted(encoded(playlist), issued.path("token").asText());
    plays(site.origin() + page);
    ask("revoke-token", Map.of("sessionId", issued.path("sessionId").asText()));
    Page later = visitor();
    later.navigate(site.origin() + page);
    later.waitForFunction("() => document.querySelector('#message').textContent !== ''");
    assertThat(later.textContent("#message")).startsWith("Access has ended.");
  }

  @Test
  void theTokenStaysWithItsServerWhateverHostsAPlaylistNames() throws IOException {
    Show.Ticketed event = show().recorded("With a foreign piece");
    Files.writeString(
        event.folder().resolve("foreign.m3u8"),
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n%s/piece.ts\n#EXT-X-ENDLIST\n"
            .formatted(stranger.origin()));
    String playlist = show().portal() + "streams/" + event.event().value() + "/foreign.m3u8";
    String token = issued(event).path("token").asText();
    Page page = visitor();
    List<Request> ours = new CopyOnWriteArrayList<>();
    List<Request> foreign = new CopyOnWriteArrayList<>();
    page.onRequest(request -> {
      (request.url().startsWith(stranger.origin()) ? foreign : ours).add(request);
    });
    page.navigate(
        site.origin() + "/token.html#playlist=%s&token=%s".formatted(encoded(playlist), token));
    page.waitForCondition(() -> !foreign.isEmpty());
    assertThat(foreign).noneMatch(PartnerSiteTest::isAuthorised);
    assertThat(ours).anyMatch(PartnerSiteTest::isAuthorised);
  }

  private static boolean isAuthorised(Request request) {
    return request.headers().containsKey("authorization");
  }

  @Test
  void aSignedPlaylistPlaysWithoutHeadersAndOnOwnPagesOnly() {
    Show.Ticketed event = show().recorded("By signed playlist");
    String page = "/signed.html#playlist=" + encoded(issued(event).path("hlsUrl").asText());
    plays(site.origin() + page);
    Page elsewhere = visitor();
    elsewhere.navigate(stranger.origin() + page);
    elsewhere.waitForFunction("() => document.querySelector('#message').textContent !== ''");
    assertThat(elsewhere.evaluate("() => document.querySelector('video').readyState")).isEqualTo(0);
  }

  @Test
  void aDirectoryTokenPlays() {
    Show.Ticketed event = show().recorded("By directory token");
    plays(site.origin() + "/directory.html#playlist=" + encoded(signedAddress(event)));
  }

  @Test
  void theViewerPagePlaysInAFrameOfAnAllowedOrigin() {
    Show.Ticketed event = show().recorded("In a frame");
    Page page = visitor();
    page.navigate(site.origin() + "/embed.html#frame=" + encoded(embedAddress(event)));
    page.frameLocator("iframe").locator("#code").waitFor();
    assertThat(page.frameLocator("iframe").locator("[data-language=de]").isVisible()).isFalse();
    enter(page, show().recorded("Another evening").code());
    page.frameLocator("iframe").locator("#code-error:not(:empty)").waitFor();
    enter(page, event.code());
    page.frameLocator("iframe").locator("video").waitFor();
    frame(page).waitForFunction(PLAYED);
  }

  private static void enter(Page page, String code) {
    page.frameLocator("iframe").locator("#code").fill(code);
    page.frameLocator("iframe").locator("#watch").click();
  }

  @Test
  void noOtherOriginMayShowItInAFrame() {
    Show.Ticketed event = show().recorded("In a stranger's frame");
    Page page = visitor();
    List<String> said = new CopyOnWriteArrayList<>();
    page.onConsoleMessage(message -> said.add(message.text()));
    page.navigate(stranger.origin() + "/embed.html#frame=" + encoded(embedAddress(event)));
    page.waitForCondition(() -> said.stream().anyMatch(text -> text.contains("frame-ancestors")));
    assertThat(frame(page).url()).doesNotContain("/embed/");
  }

  @Test
  void ffmpegPlaysSignedAddressesToTheEnd() throws IOException, InterruptedException {
    Show.Ticketed event = show().recorded("To the end");
    for (String address : List.of(issued(event).path("hlsUrl").asText(), signedAddress(event))) {
      assertThat(played(address)).contains("time=00:00:30");
    }
  }

  @Test
  void everyCallOfTheGuideWorks() throws IOException, InterruptedException {
    Show.Ticketed event = show().recorded("By the guide");
    JsonNode issued = issued(event);
    show().allowPreview(event);
    Map<String, String> shell =
        Map.of(
            "GATE", show().portal().replaceAll("/$", ""),
            "KEY", KEY,
            "EVENT", event.event().value(),
            "VIEWER", event.ticket(),
            "TOKEN", issued.path("token").asText(),
            "SESSION", issued.path("sessionId").asText());
    List<String> scripts =
        SHELL
            .matcher(Files.readString(GUIDE))
            .results()
            .map(found -> found.group(1))
            .filter(script -> script.contains("curl"))
            .toList();
    assertThat(scripts).hasSize(5);
    for (String script : scripts) {
      String printed = run(shell, "bash", "-c", script);
      int calls = script.split("curl ", -1).length - 1;
      assertThat(printed.split("\"success\":true", -1)).as(printed).hasSize(calls + 1);
    }
  }

  private void plays(String address) {
    Page page = visitor();
    page.navigate(address);
    page.waitForFunction(PLAYED);
    assertThat(page.textContent("#message")).isEmpty();
  }

  private static Frame frame(Page page) {
    return page.frames().getLast();
  }

  private JsonNode issued(Show.Ticketed event) {
    return ask(
        "playback-token", Map.of("contentId", event.event().value(), "viewerId", event.ticket()));
  }

  private String signedAddress(Show.Ticketed event) {
    String path = event.event().value() + "/signed-url";
    return ask(path, Map.of("viewerId", event.ticket())).path("url").asText();
  }

  private String embedAddress(Show.Ticketed event) {
    return ask(event.event().value() + "/embed-url", Map.of()).path("url").asText();
  }

  private JsonNode ask(String path, Map<String, ?> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(show().portal() + "api/v1/content/" + path))
            .header("X-Internal-Api-Key", KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(body)))
            .build();
    try {
      JsonNode answer = WireJson.tree(client.send(request, BodyHandlers.ofByteArray()).body());
      assertThat(answer.path("success").asBoolean()).as("%s", answer).isTrue();
      return answer.path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What ffmpeg says of having played an address.
  private static String played(String address) throws IOException, InterruptedException {
    return run(Map.of(), "ffmpeg", "-nostdin", "-i", address, "-map", "0:v:0", "-f", "null", "-");
  }

  private static String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
