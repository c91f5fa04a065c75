package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Whoever comes early waits, and the show begins by itself.
@TestInstance(Lifecycle.PER_CLASS)
class WaitingTest {
  private static final int WINDOW = 6;

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
  void theWaitingRoomBecomesThePlayerAtTheStart() {
    Show.Ticketed ticket = show.announce(Billing.startingIn("Soon", Duration.ofSeconds(12)));
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.enter(ticket.code());
      assertThat(viewer.awaitText("#waiting")).contains("Soon", "Starts on");
      viewer.awaitSight("#countdown");
      try (Encoder _ = Encoder.begin(ticket.folder(), WINDOW, Duration.ofSeconds(30))) {
        viewer.awaitSight("video");
        viewer.awaitPlaying(1);

        assertThat(viewer.awaitText("#badge")).isEqualTo("LIVE");
        assertThat(viewer.sees("#waiting")).isFalse();
      }
    }
  }

  @Test
  void aLateEncoderIsWaitedForAndFound() {
    Show.Ticketed ticket = show.announce(Billing.running("Late"));
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.enter(ticket.code());
      viewer.awaitSight("#stream-status");
      assertThat(viewer.awaitText("#stream-status")).isEqualTo("Waiting for stream to start");
      try (Encoder _ = Encoder.begin(ticket.folder(), WINDOW, Duration.ofSeconds(30))) {
        viewer.awaitPlaying(1);
        assertThat(viewer.sees("#stream-status")).isFalse();
      }
    }
  }
}
