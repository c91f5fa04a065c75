package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The same show in a browser of another make, where the system has one. First, since the tab in
/// the background takes its three minutes while other classes run.
@Order(1)
@TestInstance(Lifecycle.PER_CLASS)
class OtherEngineTest {
  private static final int WINDOW = 6;
  private static final Duration HIDDEN = Duration.ofMinutes(3);
  private static final String ENTER = "\uE007";

  /// Notes the heartbeats' answers, which are all the page says while it is hidden.
  private static final String LISTEN =
      """
      window.heartbeats = [];
      const observer = new PerformanceObserver((list) => {
        for (const { name, responseStatus } of list.getEntries()) {
          if (name.endsWith('/api/playback/heartbeat')) window.heartbeats.push(responseStatus);
        }
      });
      observer.observe({ type: 'resource' });
      """;

  private Show show;
  private Show.Ticketed live;
  private Encoder encoder;

  @BeforeAll
  void start(@TempDir Path folder) {
    Firefox.requireOrLeaveOut();
    show = Show.start(folder);
    live = show.announce(Billing.running("Elsewhere"));
    encoder = Encoder.begin(live.folder(), WINDOW, Duration.ofMinutes(1));
  }

  @AfterAll
  void stop() {
    if (show != null) {
      encoder.close();
      show.close();
    }
  }

  @Test
  void firefoxEntersPlaysAndIsToldOfARevocation(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    Show.Ticketed ticket = show.ticketFor(live.event());
    try (Firefox firefox = new Firefox(folder)) {
      watch(firefox, ticket);
      firefox.await("document.querySelector('video').videoHeight > 0");
      show.revoke(ticket);

      firefox.await("document.querySelector('#overlay-text')");
      assertThat(firefox.evaluate("document.querySelector('#overlay-text').textContent"))
          .isEqualTo("Your access has been revoked");
    }
  }

  /// In Firefox, since Playwright lets no tab of Chromium be hidden. The time is the real one:
  /// browsers slow a hidden tab down by a clock that no test can reach.
  @Test
  void aTabHiddenForThreeMinutesKeepsItsSeat(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    try (Firefox firefox = new Firefox(folder)) {
      watch(firefox, live);
      firefox.evaluate(LISTEN);
      firefox.hide();
      firefox.await("document.visibilityState === 'hidden'");
      Thread.sleep(HIDDEN);

      assertThat(firefox.evaluate("document.visibilityState")).isEqualTo("hidden");
      assertThat(show.sessions(live)).isEqualTo(1);
      assertThat(firefox.evaluate("window.heartbeats.length"))
          .asInt()
          .isGreaterThanOrEqualTo((int) (HIDDEN.toSeconds() / 30) - 1);
      assertThat(firefox.evaluate("window.heartbeats.every((status) => status === 200)"))
          .isEqualTo("true");
      assertThat(firefox.evaluate("document.querySelector('#overlay') === null")).isEqualTo("true");
      String moves = firefox.evaluate("document.querySelector('video').currentTime");
      firefox.await("document.querySelector('video').currentTime > " + moves);
    }
  }

  private void watch(Firefox firefox, Show.Ticketed ticket)
      throws InterruptedException, TimeoutException {
    firefox.open(show.portal());
    firefox.await("document.activeElement.id === 'code'");
    firefox.type(ticket.code() + ENTER);
    firefox.await("document.querySelector('video')?.currentTime > 1");
  }
}
