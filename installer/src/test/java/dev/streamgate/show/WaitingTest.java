package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whoever comes early waits, and the show begins by itself.
class WaitingTest extends ViewerTest {

  @Test
  void theWaitingRoomBecomesThePlayerAtTheStart() {
    Show.Ticketed ticket = show().announce(Billing.startingIn("Soon", Duration.ofSeconds(6)));
    Page page = visitor();
    // The device's clock is two hours fast; what counts is the server's.
    page.addInitScript("const real = Date.now; Date.now = () => real.call(Date) + 7200000;");
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(ticket.code());
      assertThat(viewer.awaitText("#waiting")).contains("Soon", "Starts on");
      viewer.awaitSight("#countdown");
      assertThat(page.locator("#countdown .digits").allInnerTexts())
          .startsWith("00", "00", "00")
          .last()
          .asString()
          .matches("0[0-6]");
      assertThat(viewer.awaitText(".about")).startsWith("The picture starts by itself.");
      try (Encoder _ = broadcast(ticket)) {
        viewer.awaitSight("video");
        assertThat(viewer.announced()).isEqualTo("The event is live.");
        viewer.awaitPlaying(1);

        assertThat(viewer.awaitText("#badge")).isEqualTo("LIVE");
        assertThat(viewer.sees("#waiting")).isFalse();
      }
    }
  }

  @Test
  void aLateEncoderIsWaitedForAndFound() {
    Show.Ticketed ticket = show().announce(Billing.running("Late"));
    try (ViewerPage viewer = arrive()) {
      viewer.enter(ticket.code());
      viewer.awaitSight("#stream-status");
      assertThat(viewer.awaitText("#stream-status")).isEqualTo("Waiting for stream to start");
      try (Encoder _ = broadcast(ticket)) {
        viewer.awaitPlaying(1);
        assertThat(viewer.sees("#stream-status")).isFalse();
      }
    }
  }

  @Test
  void spaceWhileTheEncoderIsAwaitedDoesNotKeepThePictureBack() {
    Show.Ticketed ticket = show().announce(Billing.running("Impatient"));
    try (ViewerPage viewer = arrive()) {
      viewer.enter(ticket.code());
      viewer.awaitSight("#stream-status");
      viewer.press(" ");
      viewer.press(" ");
      try (Encoder _ = broadcast(ticket)) {
        viewer.awaitPlaying(1);
        assertThat(viewer.sees("#stream-status")).isFalse();
      }
    }
  }

  @Test
  void anEventThatIsOverSaysSo() {
    Show.Ticketed ticket = show().announce(Billing.over("Over"));
    try (ViewerPage viewer = arrive()) {
      viewer.enter(ticket.code());

      assertThat(viewer.awaitText("#ended")).contains("Over", "This event has ended.");
      assertThat(viewer.announced()).isEqualTo("This event has ended.");
      viewer.page().waitForCondition(() -> show().sessions(ticket) == 0);
      viewer.press("Enter");
      viewer.awaitSight("#code");
    }
  }
}
