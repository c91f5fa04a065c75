package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What a viewer does with the player: live with a window to go back in, and a recording.
@TestInstance(Lifecycle.PER_CLASS)
class PlayerTest {
  private static final int DVR_WINDOW = 30;
  private static final double STEP = 10;

  private ViewerBrowser browser;
  private Show show;

  @BeforeAll
  void start(@TempDir Path folder) {
    browser = new ViewerBrowser();
    show = Show.start(folder);
  }

  @AfterAll
  void stop() {
    try {
      browser.close();
    } finally {
      show.close();
    }
  }

  @Test
  void aLiveStreamStartsAtItsEdgeLetsGoBackAndEndsAsARecording() {
    Show.Ticketed ticket = show.announce(Billing.running("With a window"));
    Encoder encoder = Encoder.begin(ticket.folder(), DVR_WINDOW, Duration.ofSeconds(100));
    try (encoder;
        ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      double edge = viewer.currentTime();
      assertThat(edge).isGreaterThan(80);
      assertThat(viewer.sees("#go-live")).isFalse();
      viewer.awaitSight("progress-bar");

      for (int press = 0; press < 4; press++) {
        viewer.press("ArrowLeft");
      }
      viewer.awaitSight("#go-live");
      assertThat(viewer.currentTime()).isCloseTo(edge - 4 * STEP, within(6.0));
      viewer.awaitPlaying(1);

      viewer.page().locator("#go-live").click();
      viewer.awaitEndOfSight("#go-live");
      assertThat(viewer.currentTime()).isGreaterThan(edge);
      viewer.awaitPlaying(1);

      encoder.finish();
      viewer.page().waitForSelector("#badge[data-kind=recording]");
      assertThat(viewer.awaitText("#badge")).isEqualTo("Recording");
      assertThat(viewer.video("paused")).isZero();
    }
  }

  @Test
  void anotherQualityIsThereWithinTwoSecondsAndNothingStops() {
    Show.Ticketed ticket = show.recorded("In two sizes");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      viewer.page().waitForFunction("() => document.querySelector('video').videoHeight === 720");
      viewer.awaitPlaying(3);
      viewer.countStalls();
      viewer.press("m");
      viewer.page().locator("#quality").click();
      assertThat(viewer.page().locator(".menu:visible button").allInnerTexts())
          .containsExactly("Auto", "720p", "360p");
      double before = viewer.currentTime();
      long start = System.nanoTime();
      viewer.page().getByText("360p").click();
      viewer.page().waitForFunction("() => document.querySelector('video').videoHeight === 360");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(viewer.currentTime()).isBetween(before, before + 4);
      viewer.awaitPlaying(5);
      assertThat(viewer.stalls()).isZero();
      assertThat(viewer.video("videoHeight")).isEqualTo(360);
    }
  }

  @Test
  void aRecordingGoesOnWhereItWasLeft() {
    Show.Ticketed ticket = show.recorded("Left in the middle");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      viewer.press("ArrowRight");
      viewer.awaitPlaying(2);
      viewer.press(" ");
      viewer.page().waitForCondition(() -> viewer.video("paused") == 1);
      double left = viewer.currentTime();
      assertThat(left).isGreaterThan(STEP);
      viewer.page().locator("#back").click();
      viewer.watch(ticket.code());

      assertThat(viewer.currentTime()).isCloseTo(left, within(4.0));
      assertThat(viewer.awaitText(".toast p")).isEqualTo("Resumed at 0:%d".formatted((int) left));
      viewer.page().locator(".toast button").click();
      viewer.page().waitForFunction("() => document.querySelector('video').currentTime < 5");
      viewer.awaitPlaying(1);
    }
  }

  @Test
  void aWatermarkWandersWhilePlayingAndThereIsNoSmallPicture() {
    Show.Ticketed ticket = show.recorded(Billing.over("Marked").watermarked());
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      viewer.awaitSight("#watermark");
      String last = ticket.code().substring(ticket.code().length() - 4);
      assertThat(viewer.awaitText("#watermark .full")).startsWith("Stalls ••••" + last + " | ");
      assertThat(viewer.page().locator("#pip").count()).isZero();
      assertThat(viewer.page().locator("#watermark").getAttribute("data-corner"))
          .isEqualTo("top-left");
      viewer.page().waitForSelector("#watermark[data-corner=bottom-right]");

      viewer.press(" ");
      viewer.awaitEndOfSight("#watermark");
      viewer.page().setViewportSize(360, 740);
      viewer.press(" ");
      viewer.awaitSight("#watermark .short");
    }
  }

  @Test
  void everythingCanBeDoneByKeys() {
    Show.Ticketed ticket = show.recorded("Keys only");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      Page page = viewer.page();
      page.keyboard().type(ticket.code());
      viewer.press("Enter");
      viewer.awaitPlaying(1);

      viewer.press(" ");
      page.waitForCondition(() -> viewer.video("paused") == 1);
      viewer.press("ArrowRight");
      page.waitForCondition(() -> viewer.currentTime() > STEP);
      viewer.press("m");
      page.waitForCondition(() -> viewer.video("muted") == 1);
      viewer.press("ArrowDown");
      assertThat(viewer.video("volume")).isCloseTo(0.9, within(0.01));
      viewer.press("f");
      page.waitForFunction("() => document.fullscreenElement?.id === 'player'");
      viewer.press("f");
      page.waitForFunction("() => document.fullscreenElement === null");

      page.locator("#quality").focus();
      viewer.press("Enter");
      viewer.awaitSight("#quality + .menu");
      viewer.press("ArrowDown");
      assertThat(page.evaluate("() => document.activeElement.innerText")).isEqualTo("720p");
      assertThat(viewer.video("volume")).isCloseTo(0.9, within(0.01));
      viewer.press("Escape");
      viewer.awaitEndOfSight("#quality + .menu");
      assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("quality");

      page.locator("#back").focus();
      viewer.press("Enter");
      viewer.awaitSight("#code");
    }
  }

  @Test
  void captionsAreFetchedWithTheTokenWhenTheyAreChosen() {
    Show.Ticketed ticket = show.recorded("Captioned");
    Recording.write(
        ticket.folder().resolve("de.vtt"), "WEBVTT\n\n00:00.000 --> 00:29.000\nGuten Abend\n");
    Page page = browser.newVisitor();
    String path = "/streams/" + ticket.event().value() + "/de.vtt";
    page.route(
        "**/api/tokens/validate",
        route ->
            Answers.edit(
                route,
                "\"captions\":\\[\\]",
                "\"captions\":[{\"language\":\"de\",\"label\":\"Deutsch\",\"path\":\"%s\"}]"
                    .formatted(path)));
    try (ViewerPage viewer = new ViewerPage(page, show.portal())) {
      viewer.watch(ticket.code());
      page.locator("#captions").click();
      page.getByText("Deutsch").click();

      page.waitForFunction(
          "() => document.querySelector('video').textTracks[0].activeCues?.[0]?.text"
              + " === 'Guten Abend'");
    }
  }

  @Test
  void aDoubleTapGoesTenSecondsOnAndASingleOneShowsTheControls() {
    Show.Ticketed ticket = show.recorded("Tapped");
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true);
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(phone), show.portal())) {
      Page page = viewer.page();
      viewer.watch(ticket.code());
      double before = viewer.currentTime();
      page.touchscreen().tap(300, 300);
      page.touchscreen().tap(300, 300);
      page.waitForCondition(() -> viewer.currentTime() > before + STEP - 1);

      assertThat(viewer.video("paused")).isZero();
      assertThat(page.evaluate("() => document.fullscreenElement")).isNull();
    }
  }

  @Test
  void soundWithoutPictureShowsNameAndTitle() throws IOException {
    Show.Ticketed ticket = show.announce(Billing.over("To be heard"));
    Recording.soundOf(ticket.folder());
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());

      viewer.awaitSight(".backdrop");
      assertThat(viewer.awaitText(".backdrop-words")).isEqualTo("StreamGateTo be heard");
      assertThat(viewer.sees("#quality")).isFalse();
    }
  }
}
