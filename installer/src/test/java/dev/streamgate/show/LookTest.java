package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every screen on every width: nothing sticks out, everything can be touched, axe-core finds no
/// serious problem, and a picture is kept for a person to look at.
@TestInstance(Lifecycle.PER_CLASS)
class LookTest {
  private static final Path PICTURES = Path.of("target", "pictures", "portal");
  private static final int WINDOW = 30;

  /// What is wider than the page, and what is too small for a finger.
  private static final String FLAWS =
      """
      () => {
        const shown = (node) => node.checkVisibility({ opacityProperty: true });
        const name = (node) => node.id || node.localName;
        const flaws = [];
        if (document.documentElement.scrollWidth > window.innerWidth) flaws.push('page too wide');
        for (const node of document.querySelectorAll('button, a, input, [role=slider],'
            + 'media-play-button, media-mute-button, media-fullscreen-button')) {
          const { width, height, left, right } = node.getBoundingClientRect();
          if (!shown(node) || width === 0) continue;
          if (height < 47.5 || width < 47.5) flaws.push(`${name(node)} is ${width} x ${height}`);
          if (left < 0 || right > window.innerWidth + 0.5) flaws.push(`${name(node)} sticks out`);
        }
        return flaws;
      }
      """;

  private ViewerBrowser browser;
  private Show show;
  private Show.Ticketed live;
  private Show.Ticketed recorded;
  private Show.Ticketed early;
  private Show.Ticketed revoked;
  private Encoder encoder;

  @BeforeAll
  void start(@TempDir Path folder) {
    browser = new ViewerBrowser();
    show = Show.start(folder, Map.of("SUPPORT_CONTACT", "help@example.com"));
    live = show.announce(Billing.running("An Evening with the Philharmonic Orchestra"));
    encoder = Encoder.begin(live.folder(), WINDOW, Duration.ofMinutes(2));
    recorded = show.recorded(Billing.over("Chamber Music, Last Night").watermarked());
    early = show.announce(Billing.startingIn("Jazz in the Courtyard", Duration.ofHours(30)));
    revoked = show.ticketFor(recorded.event());
    show.revoke(revoked);
  }

  @AfterAll
  void stop() {
    encoder.close();
    try {
      browser.close();
    } finally {
      show.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 640, 820, 1280, 1920})
  void everyScreenFitsAndIsAccessible(int width) throws IOException {
    try (ViewerPage viewer = new ViewerPage(visitor(width), show.portal())) {
      viewer.awaitSight("#code");
      examine(viewer, width, "1-entry");
      viewer.enter(revoked.code());
      viewer.awaitRefusal();
      examine(viewer, width, "2-refused");

      viewer.enter(early.code());
      viewer.awaitSight("#waiting");
      examine(viewer, width, "3-waiting");
      viewer.page().locator("#back").click();

      viewer.watch(live.code());
      wake(viewer);
      examine(viewer, width, "4-live");
      viewer.page().locator("#quality").click();
      viewer.awaitSight("#quality + .menu");
      examine(viewer, width, "5-menu");
      viewer.press("Escape");
      viewer.page().locator("#back").click();

      Show.Ticketed ticket = show.ticketFor(recorded.event());
      viewer.watch(ticket.code());
      wake(viewer);
      examine(viewer, width, "6-recording");
      show.release(ticket);
      viewer.page().evaluate("() => window.dispatchEvent(new Event('online'))");
      viewer.awaitOverlay();
      examine(viewer, width, "7-overlay");
    }
  }

  @Test
  void thePageIsGermanThroughout() {
    Browser.NewContextOptions german = new Browser.NewContextOptions().setLocale("de-DE");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(german), show.portal())) {
      viewer.awaitSight("#code");
      assertThat(viewer.page().locator("html").getAttribute("lang")).isEqualTo("de");
      viewer
          .page()
          .screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("entry-de.png")));
    }
  }

  private Page visitor(int width) {
    return browser.newVisitor(width, width < 640 ? 780 : Math.max(480, width * 9 / 16));
  }

  /// Lets the controls show themselves.
  private static void wake(ViewerPage viewer) {
    viewer.page().mouse().move(100, 100);
    viewer.page().mouse().move(120, 120);
  }

  private static void examine(ViewerPage viewer, int width, String screen) throws IOException {
    Page page = viewer.page();
    page.waitForTimeout(350);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve("%04d-%s.png".formatted(width, screen))));
    assertThat((List<?>) page.evaluate(FLAWS)).as("%s at %d", screen, width).isEmpty();
    assertThat(Axe.seriousProblems(page)).as("%s at %d", screen, width).isEmpty();
  }
}
