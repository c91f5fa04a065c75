package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Hours in which nobody loses a seat by silence: the end of a token, and the end of access.
@Isolated("a token has half a minute to live in it, whatever the machine does besides")
class LongEveningTest extends ViewerTest {
  private static final int DVR_WINDOW = 30;
  private static final Duration LEFT = Duration.ofSeconds(33);

  @Override
  Map<String, String> settings() {
    return Map.of("SESSION_TIMEOUT_SECONDS", "3600");
  }

  @Test
  void aTokenIsRenewedWhilePlayingWithoutAStall() {
    Show.Ticketed ticket = show().announce(Billing.running("All evening"));
    Page page = visitor();
    List<Integer> refreshes = statuses(page, "/api/playback/refresh");
    List<Integer> media = statuses(page, "/streams/");
    // The player believes what the test then makes true: that its token has not long to live.
    String left = "\"tokenExpiresIn\":" + LEFT.toSeconds();
    page.route(
        "**/api/tokens/validate", route -> Answers.edit(route, "\"tokenExpiresIn\":\\d+", left));
    try (Encoder _ = Encoder.begin(ticket.folder(), DVR_WINDOW, Duration.ofSeconds(100));
        ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      show().skip(Duration.ofHours(1).minus(LEFT));
      // Away from the edge, where a busy machine may wait for the encoder.
      viewer.press("ArrowLeft");
      viewer.press("ArrowLeft");
      viewer.awaitPlaying(1);
      viewer.countStalls();
      viewer.awaitPlaying((double) LEFT.toSeconds() + 3, Duration.ofMinutes(2));

      assertThat(refreshes).containsExactly(200);
      assertThat(media).containsOnly(200);
      assertThat(viewer.stalls()).isZero();
    }
  }

  @Test
  void theEndIsAnnouncedAndComesAfterAMinuteOfGrace() {
    Show.Ticketed ticket = show().recorded(Billing.endingIn("Ending", Duration.ofMinutes(5)));
    Page page = visitor();
    DeviceClock clock = DeviceClock.of(page);
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      assertThat(viewer.awaitText(".toast")).isEqualTo("Your access ends in 5 minutes.");
      assertThat(page.locator("#access-notice").textContent()).startsWith("Access expires in ");

      show().skip(Duration.ofSeconds(320));
      clock.skip(Duration.ofSeconds(320));
      // The end is looked for every five seconds.
      page.waitForTimeout(5500);
      assertThat(viewer.sees("#overlay")).isFalse();
      assertThat(viewer.video("paused")).isZero();

      show().skip(Duration.ofSeconds(60));
      clock.skip(Duration.ofSeconds(60));
      assertThat(viewer.awaitOverlay()).isEqualTo("Your access has ended");
    }
  }
}
