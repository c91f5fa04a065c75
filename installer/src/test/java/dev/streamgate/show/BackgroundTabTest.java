package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tab that nobody looks at keeps its seat, although browsers slow such tabs down. In Firefox,
/// since Playwright lets no tab of Chromium be hidden.
class BackgroundTabTest {
  private static final int WINDOW = 6;
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

  @Test
  void aHiddenTabKeepsItsSeat(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    hideFor(Duration.ofSeconds(40), "34", folder);
  }

  @Test
  @Tag("long")
  void aTabHiddenForThreeMinutesKeepsItsSeat(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    hideFor(Duration.ofMinutes(3), "60", folder);
  }

  private static void hideFor(Duration time, String timeout, Path folder)
      throws IOException, InterruptedException, TimeoutException {
    Assumptions.assumeTrue(Files.isExecutable(Firefox.PROGRAM), "there is no " + Firefox.PROGRAM);
    Map<String, String> settings = Map.of("SESSION_TIMEOUT_SECONDS", timeout);
    try (Show show = Show.start(folder.resolve("server"), settings)) {
      Show.Ticketed ticket = show.announce(Billing.running("In the background"));
      try (Encoder _ = Encoder.begin(ticket.folder(), WINDOW, Duration.ofMinutes(1));
          Firefox firefox = new Firefox(folder.resolve("profile"))) {
        firefox.open(show.portal());
        firefox.await("document.activeElement.id === 'code'");
        firefox.type(ticket.code() + ENTER);
        firefox.await("document.querySelector('video')?.currentTime > 1");
        firefox.evaluate(LISTEN);
        firefox.hide();
        firefox.await("document.visibilityState === 'hidden'");
        Thread.sleep(time);

        assertThat(firefox.evaluate("document.visibilityState")).isEqualTo("hidden");
        assertThat(show.sessions(ticket)).isEqualTo(1);
        assertThat(firefox.evaluate("window.heartbeats.length"))
            .asInt()
            .isGreaterThanOrEqualTo((int) (time.toSeconds() / 30));
        assertThat(firefox.evaluate("window.heartbeats.every((status) => status === 200)"))
            .isEqualTo("true");
        assertThat(firefox.evaluate("document.querySelector('#overlay') === null"))
            .isEqualTo("true");
      }
    }
  }
}
