package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Every screen in every state on every width: nothing sticks out, everything can be touched,
/// axe-core finds no serious problem, and a picture is kept for a person to look at.
@Order(2)
class LookTest extends ViewerTest {
  private static final Path PICTURES = Path.of("target", "pictures", "portal");
  private static final int DVR_WINDOW = 30;
  private static final List<Integer> WIDTHS = List.of(360, 640, 820, 1280, 1920);

  /// The rules of accessibility see no difference between the others.
  private static final List<Integer> NARROW_AND_WIDE = List.of(360, 1280);

  /// What is wider than the page, what cannot be read, and what is too small for a finger.
  private static final String FLAWS =
      """
      () => {
        const shown = (node) => node.checkVisibility({ opacityProperty: true });
        const name = (node) => node.id || node.localName;
        const flaws = [];
        if (document.documentElement.scrollWidth > window.innerWidth) flaws.push('page too wide');
        for (const node of document.querySelectorAll('p, #access-notice')) {
          const range = document.createRange();
          range.selectNodeContents(node);
          const isText = shown(node) && node.childElementCount === 0;
          const lines = isText ? [...range.getClientRects()] : [];
          const isCrossed = lines.some((line, place) => place > 0
            && line.left < lines[place - 1].right
            && line.top < lines[place - 1].bottom - line.height / 2);
          if (isCrossed) flaws.push(`${name(node)} is written over itself`);
        }
        for (const node of document.querySelectorAll('button, a, input, [role=slider],'
            + 'progress-bar, media-play-button, media-mute-button, media-fullscreen-button')) {
          const { width, height, left, right } = node.getBoundingClientRect();
          if (!shown(node) || width === 0) continue;
          if (height < 47.5 || width < 47.5) flaws.push(`${name(node)} is ${width} x ${height}`);
          if (left < 0 || right > window.innerWidth + 0.5) flaws.push(`${name(node)} sticks out`);
        }
        return flaws;
      }
      """;

  /// Two pictures after a change of width, everything that watches its own size has settled.
  private static final String RESTED =
      """
      () => new Promise((rested) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(rested))))
      """;

  private Show.Ticketed live;
  private Show.Ticketed recorded;
  private Encoder encoder;

  @Override
  Map<String, String> settings() {
    return Map.of("SUPPORT_CONTACT", "help@example.com");
  }

  @BeforeAll
  void announce() {
    live = show().announce(Billing.running("An Evening with the Philharmonic Orchestra"));
    encoder = Encoder.begin(live.folder(), DVR_WINDOW, Duration.ofMinutes(2));
    recorded = show().recorded(Billing.over("Chamber Music, Last Night").watermarked());
  }

  @AfterAll
  void stopEncoding() {
    encoder.close();
  }

  @Test
  void entry() throws IOException {
    try (ViewerPage viewer = arrive(calm())) {
      viewer.awaitSight("#code");
      examine(viewer, "entry-1-empty");
      viewer.enter("0123-4567-89AC");
      viewer.awaitRefusal();
      examine(viewer, "entry-2-refused");
      viewer.page().locator("[data-language=de]").click();
      examine(viewer, "entry-3-german");
    }
  }

  @Test
  void entryWhileTheServerIsAsked() throws IOException {
    Page page = browser().newVisitor(calm());
    page.route("**/api/tokens/validate", route -> {});
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(live.code());
      viewer.awaitSight("#watch[data-phase=sending]");
      examine(viewer, "entry-4-sending");
    }
  }

  @Test
  void entryInUse() throws IOException {
    try (ViewerPage viewer = refused(409, "{\"inUse\":true,\"takeoverAvailable\":true}")) {
      viewer.awaitSight("#takeover");
      examine(viewer, "entry-5-in-use");
    }
  }

  @Test
  void entryTooOften() throws IOException {
    try (ViewerPage viewer = refused(429, "{\"code\":\"TOO_MANY_ATTEMPTS\"}")) {
      viewer.awaitSight("#watch[data-phase=counting]");
      examine(viewer, "entry-6-too-many");
    }
  }

  @Test
  void entryTooEarly() throws IOException {
    String body = "{\"code\":\"NOT_YET_AVAILABLE\",\"availableAt\":\"2027-12-24T18:00:00.000Z\"}";
    try (ViewerPage viewer = refused(403, body)) {
      viewer.awaitRefusal();
      examine(viewer, "entry-7-locked");
    }
  }

  @Test
  void waitingAndEnded() throws IOException {
    try (ViewerPage viewer = arrive(calm())) {
      viewer.enter(
          show()
              .announce(Billing.startingIn("Jazz in the Courtyard", Duration.ofHours(30)))
              .code());
      viewer.awaitSight("#waiting");
      examine(viewer, "waiting-1");
      viewer.page().locator("#back").click();
      viewer.enter(show().announce(Billing.over("Jazz in the Courtyard, last year")).code());
      viewer.awaitSight("#ended");
      examine(viewer, "waiting-2-ended");
    }
  }

  @Test
  void previews() throws IOException {
    Recording.of(recorded.folder().resolve("preview"));
    String address = show().portal() + "?preview=" + recorded.event().value();
    try (ViewerPage viewer = new ViewerPage(browser().newVisitor(calm()), address)) {
      viewer.awaitSight("#restricted");
      examine(viewer, "preview-1-restricted");
      show().allowPreview(recorded);
      viewer.page().reload();
      viewer.awaitPlaying(1);
      examine(viewer, "preview-2-playing");
      viewer.page().evaluate("() => { document.querySelector('video').currentTime = 28; }");
      viewer.awaitOverlay();
      examine(viewer, "preview-3-over");
      viewer.page().route("**/content/playback-token", Route::abort);
      viewer.page().reload();
      viewer.awaitSight("#failed");
      examine(viewer, "preview-4-failed");
    }
    try (ViewerPage viewer =
        new ViewerPage(browser().newVisitor(calm()), show().staffPreview(live))) {
      viewer.awaitPlaying(1);
      examine(viewer, "preview-5-staff-live");
    }
  }

  @Test
  void theStreamIsAwaitedOpenedAndBroken() throws IOException {
    Page page = browser().newVisitor(calm());
    FastTimers.of(page);
    page.route("**/streams/**", route -> {});
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(show().ticketFor(recorded.event()).code());
      viewer.awaitSight("#player[data-stream=opening]");
      examine(viewer, "stream-1-opening");
      page.unroute("**/streams/**");
      page.locator("#back").click();
      viewer.enter(show().announce(Billing.running("A Late Encoder")).code());
      viewer.awaitSight("#player[data-stream=missing]");
      examine(viewer, "stream-2-missing");
      page.locator("#back").click();
      page.route("**/streams/**", Route::abort);
      viewer.enter(show().ticketFor(live.event()).code());
      viewer.awaitOverlay();
      examine(viewer, "stream-3-failed");
    }
  }

  @Test
  void live() throws IOException {
    try (ViewerPage viewer = arrive(calm())) {
      Page page = viewer.page();
      viewer.watch(live.code());
      examine(viewer, "live-1");
      page.locator("#quality").click();
      viewer.awaitSight("#quality + .menu");
      examine(viewer, "live-2-menu");
      viewer.press("Escape");
      for (int press = 0; press < 4; press++) {
        viewer.press("ArrowLeft");
      }
      viewer.awaitSight("#go-live");
      examine(viewer, "live-3-behind");
      page.context().setOffline(true);
      viewer.awaitSight("#stream-status");
      examine(viewer, "live-4-reconnecting");
    }
  }

  @Test
  void recordingWithEverythingAtOnce() throws IOException {
    Page page = browser().newVisitor(calm());
    String soon = "\"expiresAt\":\"" + Instant.now().plus(Duration.ofMinutes(9)) + "\"";
    page.route(
        "**/api/tokens/validate", route -> Answers.edit(route, "\"expiresAt\":\"[^\"]*\"", soon));
    Show.Ticketed ticket = show().ticketFor(recorded.event());
    String link = show().portal() + "?debug=1#code=" + ticket.code();
    List<String> reports = requests(page, "/api/playback/progress");
    try (ViewerPage viewer = new ViewerPage(page, link)) {
      // Playwright's looks at the page count as touches, and there is one to make only afterwards.
      page.waitForCondition(() -> reports.size() > 1);
      viewer.awaitSight("#tap-sound");
      viewer.awaitSight(".toast");
      examine(viewer, "recording-1-warned");
      viewer.press(" ");
      page.locator("progress-bar").hover();
      examine(viewer, "recording-2-paused");
      show().release(ticket);
      page.waitForTimeout(1500);
      viewer.hurry();
      viewer.awaitOverlay();
      examine(viewer, "recording-3-closed");
    }
  }

  @Test
  void nothingMovesBeforeAPress() throws IOException {
    Page page = browser().newVisitor(calm());
    page.addInitScript(
        "HTMLMediaElement.prototype.play = () =>"
            + " Promise.reject(new DOMException('no', 'NotAllowedError'));");
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(show().ticketFor(recorded.event()).code());
      viewer.awaitSight("#tap-play");
      examine(viewer, "recording-5-to-be-started");
    }
  }

  @Test
  void theProgramDoesNotCome() throws IOException {
    Page page = browser().newVisitor(calm());
    page.route("**/assets/index-*.js", Route::abort);
    try (ViewerPage viewer = arrive(page)) {
      viewer.awaitSight(".boot-spinner");
      page.evaluate("() => document.querySelector('.boot-late').getAnimations()[0].finish()");
      examine(viewer, "entry-0-no-program");
    }
  }

  @Test
  void soundOnly() throws IOException {
    Show.Ticketed ticket = show().announce(Billing.over("A Concert to be Heard"));
    Recording.soundOf(ticket.folder());
    try (ViewerPage viewer = arrive(calm())) {
      viewer.watch(ticket.code());
      examine(viewer, "recording-4-sound-only");
    }
  }

  @Test
  void thePageIsGermanThroughout() {
    Browser.NewContextOptions german = new Browser.NewContextOptions().setLocale("de-DE");
    try (ViewerPage viewer = arrive(german)) {
      viewer.awaitSight("#code");
      assertThat(viewer.page().locator("html").getAttribute("lang")).isEqualTo("de");
      viewer
          .page()
          .screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("entry-de.png")));
    }
  }

  /// Pictures need not wait for anything to come to rest.
  private static Browser.NewContextOptions calm() {
    return new Browser.NewContextOptions()
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale("en-GB");
  }

  /// A code that gets this answer.
  private ViewerPage refused(int status, String body) {
    Page page = browser().newVisitor(calm());
    page.route(
        "**/api/tokens/validate",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(status)
                    .setHeaders(Map.of("Retry-After", "42"))
                    .setBody(body)));
    ViewerPage viewer = arrive(page);
    viewer.enter(live.code());
    return viewer;
  }

  private static void examine(ViewerPage viewer, String state) throws IOException {
    Page page = viewer.page();
    for (int width : WIDTHS) {
      page.setViewportSize(width, width < 640 ? 780 : Math.max(480, width * 9 / 16));
      // Lets the controls show themselves.
      page.evaluate(
          "() => document.querySelector('media-controller')?.dispatchEvent(new Event('keyup'))");
      page.evaluate(RESTED);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve("%s-%04d.png".formatted(state, width))));
      assertThat((List<?>) page.evaluate(FLAWS)).as("%s at %d", state, width).isEmpty();
      if (NARROW_AND_WIDE.contains(width)) {
        assertThat(Axe.seriousProblems(page)).as("%s at %d", state, width).isEmpty();
      }
    }
  }
}
