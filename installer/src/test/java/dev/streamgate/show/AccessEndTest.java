package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// All the ways in which access ends while somebody watches, and what the viewer is told.
@TestInstance(Lifecycle.PER_CLASS)
class AccessEndTest {
  private static final int WINDOW = 6;
  private static final String ELSEWHERE = "Your session has been started on another device.";

  private ViewerBrowser browser;
  private Show show;
  private Show.Ticketed live;
  private Encoder encoder;

  @BeforeAll
  void start(@TempDir Path folder) {
    browser = new ViewerBrowser();
    show = Show.start(folder, Map.of("SUPPORT_CONTACT", "help@example.com"));
    live = show.announce(Billing.running("Live").withTakeover());
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
  void aRevokedTicketEndsALiveStreamWithinTwoSegments() {
    Show.Ticketed ticket = show.ticketFor(live.event());
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      long before = System.nanoTime();
      show.revoke(ticket);

      assertThat(viewer.awaitOverlay()).isEqualTo("Your access has been revoked");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(12));
      assertThat(viewer.video("paused")).isEqualTo(1);
      assertThat(viewer.awaitText("#overlay a.contact")).isEqualTo("Contact the organiser");
      assertThat(viewer.page().evaluate("() => document.activeElement.id"))
          .isEqualTo("enter-another");
      viewer.backToEntry();
      viewer.enter(ticket.code());
      assertThat(viewer.awaitRefusal())
          .isEqualTo("This code has been revoked. Please contact the event organizer.");
    }
  }

  @Test
  void aDeactivatedEventIsNoLongerAvailable() {
    Show.Ticketed ticket = show.announce(Billing.running("Called off"));
    try (Encoder _ = Encoder.begin(ticket.folder(), WINDOW, Duration.ofMinutes(1));
        ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.watch(ticket.code());
      show.deactivate(ticket);

      assertThat(viewer.awaitOverlay()).isEqualTo("This event is no longer available");
      assertThat(viewer.awaitText("#overlay-title")).isEqualTo("Event Unavailable");
    }
  }

  @Test
  void anotherDeviceTakesTheSeatOver() {
    Show.Ticketed ticket = show.ticketFor(live.event());
    try (ViewerPage first = new ViewerPage(browser.newVisitor(), show.portal());
        ViewerPage second = new ViewerPage(browser.newVisitor(), show.portal())) {
      first.watch(ticket.code());
      second.enter(ticket.code());
      second.awaitSight("#takeover");
      second.page().locator("#takeover").click();
      second.awaitPlaying(1);

      assertThat(first.awaitOverlay()).isEqualTo(ELSEWHERE);
      assertThat(second.sees("#overlay")).isFalse();
    }
  }

  @Test
  void aSecondTabOfTheSameBrowserTakesTheSeatSilently() {
    Show.Ticketed ticket = show.ticketFor(live.event());
    try (ViewerPage first = new ViewerPage(browser.newVisitor(), show.portal())) {
      first.watch(ticket.code());
      Page tab = first.page().context().newPage();
      tab.navigate(show.portal() + "#code=" + ticket.code());
      tab.waitForFunction("() => document.querySelector('video')?.currentTime > 0");

      assertThat(first.awaitOverlay()).isEqualTo(ELSEWHERE);
      assertThat(show.sessions(ticket)).isEqualTo(1);
    }
  }

  @Test
  void theEndIsAnnouncedAndComesAfterAMinuteOfGrace(@TempDir Path folder) {
    try (Show patient = Show.start(folder, Map.of("SESSION_TIMEOUT_SECONDS", "3600"))) {
      Show.Ticketed ticket = patient.recorded(Billing.endingIn("Ending", Duration.ofMinutes(5)));
      Page page = browser.newVisitor();
      DeviceClock clock = DeviceClock.of(page);
      try (ViewerPage viewer = new ViewerPage(page, patient.portal())) {
        viewer.watch(ticket.code());
        assertThat(viewer.awaitText(".toast")).isEqualTo("Your access ends in 5 minutes.");
        assertThat(page.locator("#access-notice").textContent()).startsWith("Access expires in ");

        patient.skip(Duration.ofSeconds(320));
        clock.skip(Duration.ofSeconds(320));
        page.waitForTimeout(6000);
        assertThat(viewer.sees("#overlay")).isFalse();

        patient.skip(Duration.ofSeconds(60));
        clock.skip(Duration.ofSeconds(60));
        assertThat(viewer.awaitOverlay()).isEqualTo("Your access has ended");
      }
    }
  }
}
