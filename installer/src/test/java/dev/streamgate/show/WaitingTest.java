package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whoever comes early waits, and the show begins by itself.
class WaitingTest extends ViewerTest {

  @Test
  void theWaitingRoomBecomesThePlayerAtTheStart() {
    Show.Ticketed ticket = show().announce(Billing.startingIn("Soon", Duration.ofSeconds(6)));
    try (ViewerPage viewer = arrive()) {
      viewer.enter(ticket.code());
      assertThat(viewer.awaitText("#waiting")).contains("Soon", "Starts on");
      viewer.awaitSight("#countdown");
      assertThat(viewer.awaitText(".about")).startsWith("The picture starts by itself.");
      try (Encoder _ = broadcast(ticket)) {
        viewer.awaitSight("video");
        viewer.awaitPlaying(1);

        assertThat(viewer.awaitText("#badge")).isEqualTo("LIVE");
        assertThat(viewer.announced()).isEqualTo("The event is live.");
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
  void anEventThatIsOverSaysSo() {
    Show.Ticketed ticket = show().announce(Billing.over("Over"));
    try (ViewerPage viewer = arrive()) {
      viewer.enter(ticket.code());

      assertThat(viewer.awaitText("#ended")).contains("Over", "This event has ended.");
      assertThat(viewer.announced()).isEqualTo("This event has ended.");
      viewer.press("Enter");
      viewer.awaitSight("#code");
    }
  }
}
