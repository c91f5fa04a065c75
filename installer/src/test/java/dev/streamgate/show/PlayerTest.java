package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a viewer does with the player: live with a window to go back in, and a recording.
class PlayerTest extends ViewerTest {
  private static final int DVR_WINDOW = 30;
  private static final double STEP = 10;
  private static final double SEGMENT = 4;

  private static final String DISTANCE_TO_EDGE =
      """
      () => {
        const { seekable, currentTime } = document.querySelector('video');
        return seekable.end(seekable.length - 1) - currentTime;
      }
      """;

  /// The sample with subtitles of its own, as an encoder makes them.
  private static final String WITH_SUBTITLES =
      """
      #EXTM3U
      #EXT-X-VERSION:6
      #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",LANGUAGE="en",URI="en/subs.m3u8"
      #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Deutsch",LANGUAGE="de",URI="de/subs.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=269969,RESOLUTION=640x360,CODECS="avc1.4d401e,mp4a.40.2",\
      SUBTITLES="s"
      360p/stream.m3u8
      """;

  private static final String SUBTITLES =
      """
      #EXTM3U
      #EXT-X-VERSION:6
      #EXT-X-TARGETDURATION:30
      #EXT-X-PLAYLIST-TYPE:VOD
      #EXTINF:30,
      all.vtt
      #EXT-X-ENDLIST
      """;

  private static final String SHOWN_CUE =
      """
      () => [...document.querySelector('video').textTracks]
        .find(({ mode }) => mode === 'showing')?.activeCues?.[0]?.text ?? ''
      """;

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
      assertThat(((Number) viewer.page().evaluate(DISTANCE_TO_EDGE)).doubleValue())
          .isLessThan(3 * SEGMENT);
      viewer.awaitPlaying(1);
      assertThat(viewer.brightDots()).isPositive();

      viewer.listen();
      encoder.finish();
      viewer.page().waitForSelector("#badge[data-kind=recording]");
      assertThat(viewer.awaitText("#badge")).isEqualTo("Recording");
      viewer.awaitAnnounced("This event has ended.");
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
      // Eight seconds are its time, but not for somebody who is about to press.
      viewer.page().locator(".toast button").focus();
      viewer.page().waitForTimeout(9000);
      assertThat(viewer.sees(".toast")).isTrue();
      viewer.press("Enter");
      viewer.awaitEndOfSight(".toast");
      assertThat(viewer.page().evaluate("() => document.activeElement.id")).isEqualTo("player");
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
    offerGermanCaptions(page, ticket, "de.vtt");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      page.locator("#captions").click();
      page.getByText("Deutsch").click();

      page.waitForFunction(
          "() => document.querySelector('video').textTracks[0].activeCues?.[0]?.text"
              + " === 'Guten Abend'");
    }
  }

  /// The server has no captions of its own to tell of.
  private static void offerGermanCaptions(Page page, Show.Ticketed ticket, String file) {
    String path = "/streams/" + ticket.event().value() + "/" + file;
    page.route(
        "**/api/tokens/validate",
        route ->
            Answers.edit(
                route,
                "\"captions\":\\[\\]",
                "\"captions\":[{\"language\":\"de\",\"label\":\"Deutsch\",\"path\":\"%s\"}]"
                    .formatted(path)));
  }

  @Test
  void captionsThatCannotBeHadAreNotSilentlyMissing() {
    Show.Ticketed ticket = show().recorded("Captions lost");
    Page page = visitor();
    offerGermanCaptions(page, ticket, "missing.vtt");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      page.locator("#captions").click();
      page.getByText("Deutsch").click();

      assertThat(viewer.awaitText(".toast")).isEqualTo("The captions cannot be loaded.");
      page.locator("#captions").click();
      assertThat(page.locator("#captions + .menu [aria-checked=true]").innerText())
          .isEqualTo("Off");
    }
  }

  @Test
  void subtitlesThatTheStreamBringsAlongAreInTheMenu() throws IOException {
    Show.Ticketed ticket = show().recorded("Subtitled");
    Recording.write(ticket.folder().resolve("stream.m3u8"), WITH_SUBTITLES);
    for (String language : List.of("en", "de")) {
      Path folder = Files.createDirectories(ticket.folder().resolve(language));
      Recording.write(folder.resolve("subs.m3u8"), SUBTITLES);
      Recording.write(
          folder.resolve("all.vtt"),
          "WEBVTT\n\n00:00.000 --> 00:29.000\nThis is " + language + "\n");
    }
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      viewer.watch(ticket.code());
      page.locator("#captions").click();
      assertThat(page.locator("#captions + .menu button").allInnerTexts())
          .containsExactly("Off", "English", "Deutsch");
      page.getByText("Deutsch").click();
      page.waitForFunction("text => (" + SHOWN_CUE + ")() === text", "This is de");
      page.locator("#captions").click();
      page.getByText("English").click();
      page.waitForFunction("text => (" + SHOWN_CUE + ")() === text", "This is en");
      page.locator("#captions").click();
      page.getByText("Off").click();
      page.waitForFunction("text => (" + SHOWN_CUE + ")() === text", "");
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
