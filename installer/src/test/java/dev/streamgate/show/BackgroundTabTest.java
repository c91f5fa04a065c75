package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tab that is not looked at keeps its seat, in a browser that slows such tabs down.
class BackgroundTabTest {
  private static final int WINDOW = 6;

  @Test
  void aHiddenTabKeepsItsSeat(@TempDir Path folder) {
    hideFor(Duration.ofSeconds(40), "33", folder);
  }

  @Test
  @Tag("long")
  void aTabHiddenForThreeMinutesKeepsItsSeat(@TempDir Path folder) {
    hideFor(Duration.ofMinutes(3), "60", folder);
  }

  private static void hideFor(Duration time, String timeout, Path folder) {
    try (Show show = Show.start(folder, Map.of("SESSION_TIMEOUT_SECONDS", timeout));
        ViewerBrowser browser = ViewerBrowser.thatSlowsHiddenTabs()) {
      Show.Ticketed ticket = show.announce(Billing.running("In the background"));
      Page page = browser.newVisitor();
      List<Integer> heartbeats = new CopyOnWriteArrayList<>();
      page.onResponse(response -> {
        if (response.url().endsWith("/api/playback/heartbeat")) {
          heartbeats.add(response.status());
        }
      });
      try (Encoder _ = Encoder.begin(ticket.folder(), WINDOW, Duration.ofMinutes(1));
          ViewerPage viewer = new ViewerPage(page, show.portal())) {
        viewer.watch(ticket.code());
        ViewerBrowser.hide(page);
        page.waitForTimeout(time.toMillis());

        assertThat(page.evaluate("() => document.visibilityState")).isEqualTo("hidden");
        assertThat(show.sessions(ticket)).isEqualTo(1);
        assertThat(heartbeats).hasSizeGreaterThanOrEqualTo((int) (time.toSeconds() / 30));
        assertThat(heartbeats).containsOnly(200);
        assertThat(viewer.sees("#overlay")).isFalse();
      }
    }
  }
}
