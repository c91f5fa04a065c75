package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a viewer does with the player: live with a window to go back in, and a recording.
class PlayerTest extends ViewerTest {
  private static final int DVR_WINDOW = 30;
  private static final double STEP = 10;

  @Test
  void aLiveStreamStartsAtItsEdgeLetsGoBackAndEndsAsARecording() {
    Show.Ticketed ticket = show().announce(Billing.running("With a window"));
    Encoder encoder = Encoder.begin(ticket.folder(), DVR_WINDOW, Duration.ofSeconds(100));
    try (encoder;
        ViewerPage viewer = arrive()) {
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
  void aRecordingGoesOnWhereItWasLeft() {
    Show.Ticketed ticket = show().recorded("Left in the middle");
    try (ViewerPage viewer = arrive()) {
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
    Show.Ticketed ticket = show().recorded(Billing.over("Marked").watermarked());
    try (ViewerPage viewer = arrive()) {
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
  void captionsAreFetchedWithTheTokenWhenTheyAreChosen() {
    Show.Ticketed ticket = show().recorded("Captioned");
    Recording.write(
        ticket.folder().resolve("de.vtt"), "WEBVTT\n\n00:00.000 --> 00:29.000\nGuten Abend\n");
    Page page = visitor();
    String path = "/streams/" + ticket.event().value() + "/de.vtt";
    page.route(
        "**/api/tokens/validate",
        route ->
            Answers.edit(
                route,
                "\"captions\":\\[\\]",
                "\"captions\":[{\"language\":\"de\",\"label\":\"Deutsch\",\"path\":\"%s\"}]"
                    .formatted(path)));
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      page.locator("#captions").click();
      page.getByText("Deutsch").click();

      page.waitForFunction(
          "() => document.querySelector('video').textTracks[0].activeCues?.[0]?.text"
              + " === 'Guten Abend'");
    }
  }

  @Test
  void soundWithoutPictureShowsNameAndTitle() throws IOException {
    Show.Ticketed ticket = show().announce(Billing.over("To be heard"));
    Recording.soundOf(ticket.folder());
    try (ViewerPage viewer = arrive()) {
      viewer.watch(ticket.code());

      viewer.awaitSight(".backdrop");
      assertThat(viewer.awaitText(".backdrop-words")).isEqualTo("StreamGateTo be heard");
      assertThat(viewer.sees("#quality")).isFalse();
    }
  }

  @Test
  void withoutAWindowNobodySeeks() {
    Show.Ticketed ticket = show().announce(Billing.running("Only now"));
    try (Encoder _ = broadcast(ticket);
        ViewerPage viewer = arrive()) {
      viewer.watch(ticket.code());
      viewer
          .page()
          .evaluate(
              "() => { window.seeks = 0; document.querySelector('video')"
                  + ".addEventListener('seeking', () => window.seeks++); }");
      viewer.press("ArrowLeft");
      viewer.press("ArrowLeft");
      viewer.awaitPlaying(0.5);

      assertThat(viewer.page().evaluate("() => window.seeks")).isEqualTo(0);
      assertThat(viewer.sees("progress-bar")).isFalse();
      assertThat(viewer.sees("#go-live")).isFalse();
    }
  }

  @Test
  void whoPaysByTheMegabyteStartsWithTheSmallestPicture() {
    Show.Ticketed ticket = show().recorded("On the train");
    Page page = visitor();
    page.addInitScript(
        "Object.defineProperty(navigator, 'connection', { value: { type: 'cellular' } });");
    // A line that is believed to be fast would otherwise begin with the tall picture.
    page.route(
        "**/api/tokens/validate",
        route ->
            Answers.edit(
                route,
                "\"playerConfig\":\\{",
                "\"playerConfig\":{\"testBandwidth\":false,\"abrEwmaDefaultEstimate\":50000000,"));
    List<String> media = requests(page, "/streams/");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());

      assertThat(media.stream().filter(address -> address.endsWith(".ts")).findFirst())
          .hasValueSatisfying(first -> assertThat(first).contains("/360p/"));
      page.locator("#quality").click();
      assertThat(page.locator("[role=menuitemradio][aria-checked=true]").innerText())
          .isEqualTo("Auto");
    }
  }
}
