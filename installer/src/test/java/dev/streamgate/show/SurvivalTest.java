package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Playback that goes on: over a token's end, a lost network, a sleep, a hidden tab.
@TestInstance(Lifecycle.PER_CLASS)
class SurvivalTest {
  private static final int WINDOW = 6;
  private static final Duration LEFT = Duration.ofSeconds(36);

  private ViewerBrowser browser;
  private Show show;
  private Show.Ticketed live;
  private Encoder encoder;

  @BeforeAll
  void start(@TempDir Path folder) {
    browser = new ViewerBrowser();
    show = Show.start(folder, Map.of("SESSION_TIMEOUT_SECONDS", "3600"));
    live = show.announce(Billing.running("Live"));
    encoder = Encoder.begin(live.folder(), WINDOW, Duration.ofMinutes(1));
  }

  @AfterAll
  void stop() {
    encoder.close();
    try {
      browser.close();
    } finally {
      show.close();
    }
  }

  @Test
  void aTokenIsRenewedWhilePlayingWithoutAStall() {
    Show.Ticketed ticket = show.ticketFor(live.event());
    Page page = browser.newVisitor();
    List<Integer> refreshes = statuses(page, "/api/playback/refresh");
    List<Integer> media = statuses(page, "/streams/");
    // The player believes what the test then makes true: that its token has not long to live.
    String left = "\"tokenExpiresIn\":" + LEFT.toSeconds();
    page.route(
        "**/api/tokens/validate", route -> Answers.edit(route, "\"tokenExpiresIn\":\\d+", left));
    try (ViewerPage viewer = new ViewerPage(page, show.portal())) {
      viewer.watch(ticket.code());
      show.skip(Duration.ofHours(1).minus(LEFT));
      viewer.countStalls();
      viewer.awaitPlaying((double) LEFT.toSeconds() + 5, Duration.ofMinutes(2));

      assertThat(refreshes).containsExactly(200);
      assertThat(media).containsOnly(200);
      assertThat(viewer.stalls()).isZero();
    }
  }

  @Test
  void twentySecondsWithoutNetworkAreShownAndOverByThemselves() {
    Show.Ticketed ticket = show.ticketFor(live.event());
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      viewer.page().context().setOffline(true);
      viewer.awaitSight("#stream-status");
      assertThat(viewer.awaitText("#stream-status")).isEqualTo("Reconnecting…");
      viewer.page().waitForTimeout(20_000);
      viewer.page().context().setOffline(false);

      viewer.awaitEndOfSight("#stream-status");
      viewer.awaitPlaying(2);
      assertThat(viewer.sees("#overlay")).isFalse();
    }
  }

  @Test
  void aSessionLostInASleepIsTakenAgainWithoutTyping(@TempDir Path folder) {
    try (Show strict = Show.start(folder)) {
      Show.Ticketed ticket = strict.recorded("Slept through");
      Page page = browser.newVisitor();
      DeviceClock clock = DeviceClock.of(page);
      List<Integer> validations = statuses(page, "/api/tokens/validate");
      try (ViewerPage viewer = new ViewerPage(page, strict.portal())) {
        viewer.watch(ticket.code());
        strict.skip(Duration.ofMinutes(10));
        clock.skip(Duration.ofMinutes(10));
        page.waitForCondition(() -> validations.size() == 2);

        viewer.awaitPlaying(2);
        assertThat(validations).containsExactly(200, 200);
        assertThat(viewer.sees("#overlay")).isFalse();
        assertThat(strict.sessions(ticket)).isEqualTo(1);
      }
    }
  }

  @Test
  void aSeatLostInASleepAndTakenByAnotherIsLost(@TempDir Path folder) {
    try (Show strict = Show.start(folder)) {
      Show.Ticketed ticket = strict.recorded("Overslept");
      Page page = browser.newVisitor();
      DeviceClock clock = DeviceClock.of(page);
      try (ViewerPage sleeper = new ViewerPage(page, strict.portal());
          ViewerPage other = new ViewerPage(browser.newVisitor(), strict.portal())) {
        sleeper.watch(ticket.code());
        strict.skip(Duration.ofMinutes(10));
        other.watch(ticket.code());
        clock.skip(Duration.ofMinutes(10));

        assertThat(sleeper.awaitOverlay())
            .isEqualTo("Your session has been started on another device.");
        assertThat(strict.sessions(ticket)).isEqualTo(1);
      }
    }
  }

  @Test
  void aSessionThatStaffEndedIsNotTakenAgain() {
    Show.Ticketed ticket = show.ticketFor(live.event());
    Page page = browser.newVisitor();
    List<Integer> validations = statuses(page, "/api/tokens/validate");
    try (ViewerPage viewer = new ViewerPage(page, show.portal())) {
      viewer.watch(ticket.code());
      show.release(ticket);

      assertThat(viewer.awaitOverlay())
          .isEqualTo(
              "Your session has expired due to inactivity. Please re-enter your access code.");
      assertThat(validations).containsExactly(200);
    }
  }

  @Test
  void theSeatIsFreeAsSoonAsTheViewerLeaves() {
    Show.Ticketed ticket = show.recorded("Left");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      assertThat(show.sessions(ticket)).isEqualTo(1);
      viewer.page().locator("#back").click();
      viewer.awaitSight("#code");
      viewer.page().waitForCondition(() -> show.sessions(ticket) == 0);

      viewer.watch(ticket.code());
      viewer.page().navigate("about:blank");
      viewer.page().waitForCondition(() -> show.sessions(ticket) == 0);
      viewer.page().goBack();
      viewer.awaitSight("#code, video");
    }
  }

  /// The statuses of all answers from addresses with this in them, from now on.
  private static List<Integer> statuses(Page page, String part) {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    page.onResponse((Response response) -> {
      if (response.url().contains(part)) {
        seen.add(response.status());
      }
    });
    return seen;
  }
}
