package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Looks at an event without a ticket: those of staff, and the piece that is for everybody. The
/// video comes from an origin of its own.
class PreviewTest extends ViewerTest {
  private static final String PLAYED = "() => document.querySelector('video')?.currentTime > 1";

  /// Longer than the address of a preview of staff opens anything.
  private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

  private final PartnerWebsite site = new PartnerWebsite();
  private final int mediaPort = freePort();

  @Override
  Map<String, String> settings() {
    return Map.of(
        "MEDIA_PORT", String.valueOf(mediaPort),
        "EMBED_ALLOWED_ORIGINS", site.origin(),
        "SUPPORT_CONTACT", "help@example.com");
  }

  @AfterAll
  void closeSite() {
    site.close();
  }

  /// Its timers run ten times as fast, so ten heartbeats would have been due.
  @Test
  void staffLookAtAnInactiveEventAndNobodyIsTold() {
    Show.Ticketed event = show().recorded("Seen by staff");
    show().deactivate(event);
    Page page = visitor();
    FastTimers.of(page);
    List<String> calls = requests(page, "/api/");
    try (ViewerPage viewer = new ViewerPage(page, show().staffPreview(event))) {
      viewer.awaitPlaying(3);

      assertThat(page.url()).isEqualTo(show().portal());
      assertThat(page.evaluate("() => history.length + location.hash")).isEqualTo("2");
      assertThat(viewer.awaitText("#badge")).isEqualTo("Preview");
      assertThat(viewer.hosts()).contains("localhost:" + mediaPort);
      assertThat(page.evaluate("() => JSON.stringify(localStorage)").toString())
          .doesNotContain("eyJ");
      page.waitForTimeout(30_000);
      viewer.page().locator("#back").click();
      viewer.awaitSight("#code");
      assertThat(calls).containsExactly(show().portal() + "api/portal/config");
    }
  }

  @Test
  void staffLookAtALiveEventThatHasNotBegun() {
    Show.Ticketed event = show().announce(Billing.startingIn("Sound check", Duration.ofHours(2)));
    try (ViewerPage viewer = new ViewerPage(visitor(), show().staffPreview(event))) {
      assertThat(viewer.awaitText("#stream-status")).isEqualTo("Waiting for stream to start");
      try (Encoder _ = broadcast(event)) {
        viewer.awaitPlaying(1);
        assertThat(viewer.awaitText("#badge")).isEqualTo("Preview");
      }
    }
  }

  @Test
  void aLookOfStaffEndsWithItsTokenAndNoOtherIsAskedFor() {
    Show.Ticketed event = show().recorded("Seen by staff for a while");
    Page page = visitor();
    try (ViewerPage viewer = new ViewerPage(page, show().staffPreview(event))) {
      viewer.awaitPlaying(1);
      List<String> calls = requests(page, "/api/");
      List<Integer> refusals = statuses(page, "/streams/");
      show().skip(SIX_MINUTES);

      assertThat(viewer.awaitOverlay()).isEqualTo("Your access has ended");
      assertThat(viewer.awaitText("#overlay-title")).isEqualTo("Access Restricted");
      assertThat(refusals).contains(403);
      assertThat(calls).isEmpty();
      viewer.backToEntry();
      viewer.watch(event.code());
    }
  }

  @Test
  void aTokenThatIsNoneIsRefusedAndLeavesTheAddressBar() {
    try (ViewerPage viewer = new ViewerPage(visitor(), show().portal() + "#playback=a.b.c")) {
      assertThat(viewer.awaitText("h1")).isEqualTo("Access Restricted");
      assertThat(viewer.page().url()).isEqualTo(show().portal());
      viewer.backToEntry();
    }
  }

  @Test
  void everybodysPieceLeadsToTheWhole() {
    Show.Ticketed event = trailed("A piece for everybody");
    Page page = visitor();
    List<String> calls = requests(page, "/api/");
    try (ViewerPage viewer = new ViewerPage(page, preview(event))) {
      viewer.awaitPlaying(2);
      assertThat(viewer.awaitText("#badge")).isEqualTo("Preview");
      page.evaluate("() => { document.querySelector('video').currentTime = 28; }");

      assertThat(viewer.awaitOverlay())
          .isEqualTo("Enter your access code to watch the full event.");
      assertThat(viewer.awaitText("#overlay-title")).isEqualTo("Preview");
      assertThat(viewer.awaitText("#enter-another")).isEqualTo("Enter access code");
      assertThat(calls)
          .containsExactlyInAnyOrder(
              show().portal() + "api/portal/config",
              show().portal() + "api/v1/content/playback-token");
      viewer.backToEntry();
      viewer.watch(event.code());
      assertThat(viewer.awaitText("#badge")).isEqualTo("Recording");
    }
  }

  @Test
  void everybodysPieceEndsWithItsEvent() {
    Show.Ticketed event = trailed("A piece that is taken away");
    Page page = visitor();
    try (ViewerPage viewer = new ViewerPage(page, preview(event))) {
      viewer.awaitPlaying(1);
      List<String> calls = requests(page, "/api/");
      show().deactivate(event);

      assertThat(viewer.awaitOverlay()).isEqualTo("Your access has ended");
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void whoMayNotSeeItIsShownTheWayIn() {
    Show.Ticketed kept = show().recorded("Not for everybody");
    Recording.of(kept.folder().resolve("preview"));
    for (String event : List.of(kept.event().value(), "no-such-event", "../..")) {
      try (ViewerPage viewer = new ViewerPage(visitor(), show().portal() + "?preview=" + event)) {
        assertThat(viewer.awaitText("h1")).isEqualTo("Access Restricted");
        assertThat(viewer.awaitText("#restricted p:not(.brand)"))
            .isEqualTo("There is no preview of this event.");
        assertThat(viewer.awaitText(".contact")).isEqualTo("Contact the organiser");
        assertThat(viewer.page().evaluate("() => document.activeElement.id"))
            .isEqualTo("enter-another");
        viewer.backToEntry();
        viewer.watch(show().ticketFor(kept.event()).code());
      }
    }
  }

  @Test
  void aServerThatDoesNotAnswerMayBeAskedAgain() {
    Show.Ticketed event = trailed("Asked twice");
    Page page = visitor();
    page.route("**/content/playback-token", Route::abort);
    try (ViewerPage viewer = new ViewerPage(page, preview(event))) {
      assertThat(viewer.awaitText("h1")).isEqualTo("Playback Error");
      page.unroute("**/content/playback-token");
      page.locator("#retry").click();

      viewer.awaitPlaying(1);
    }
  }

  @Test
  void aFrameShowsThePreviewsOfItsOwnEventOnly() {
    Show.Ticketed event = trailed("In a frame");
    Show.Ticketed other = trailed("Not in this frame");
    String frame = show().embedAddress(event);
    String staff = show().staffPreview(event).replaceFirst(".*#", "#");
    assertThat(framed(frame + "&preview=" + event.event().value()).textContent("#badge"))
        .isEqualTo("Preview");
    assertThat(framed(frame + staff).url()).isEqualTo(frame);
    Frame foreign = frameOf(frame + "&preview=" + other.event().value());
    foreign.waitForSelector("#restricted");
    foreign.click("#enter-another");
    foreign.waitForSelector("#code");
    String ofOther = show().staffPreview(other).replaceFirst(".*#", "#");
    frameOf(frame + ofOther).waitForSelector("#restricted");
  }

  /// The frame's page once its picture moves.
  private Frame framed(String address) {
    Frame frame = frameOf(address);
    frame.waitForFunction(PLAYED);
    return frame;
  }

  private Frame frameOf(String address) {
    Page page = visitor();
    page.navigate(
        site.origin() + "/embed.html#frame=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    page.frameLocator("iframe").locator("main").waitFor();
    return page.frames().getLast();
  }

  /// A recorded event with a piece of it that everybody may see.
  private Show.Ticketed trailed(String title) {
    Show.Ticketed event = show().recorded(title);
    Recording.of(event.folder().resolve("preview"));
    show().allowPreview(event);
    return event;
  }

  private String preview(Show.Ticketed event) {
    return show().portal() + "?preview=" + event.event().value();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("looking for a free port", e);
    }
  }
}
