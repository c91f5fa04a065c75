package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// All the ways in which access ends while somebody watches, and what the viewer is told.
class AccessEndTest extends ViewerTest {
  private static final String ELSEWHERE = "Your session has been started on another device.";

  private Show.Ticketed live;
  private Encoder encoder;

  @Override
  Map<String, String> settings() {
    return Map.of("SUPPORT_CONTACT", "help@example.com");
  }

  @BeforeAll
  void announce() {
    live = show().announce(Billing.running("Live").withTakeover());
    encoder = broadcast(live);
  }

  @AfterAll
  void stopEncoding() {
    encoder.close();
  }

  @Test
  void aRevokedTicketEndsALiveStreamWithinTwoSegments() {
    Show.Ticketed ticket = show().ticketFor(live.event());
    try (ViewerPage viewer = arrive()) {
      viewer.watch(ticket.code());
      long before = System.nanoTime();
      show().revoke(ticket);

      assertThat(viewer.awaitOverlay()).isEqualTo("Your access has been revoked");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(12));
      assertThat(viewer.video("paused")).isEqualTo(1);
      assertThat(viewer.repeatLastSegment()).isEqualTo(403);
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
    Show.Ticketed ticket = show().announce(Billing.running("Called off"));
    try (Encoder _ = broadcast(ticket);
        ViewerPage viewer = arrive()) {
      viewer.watch(ticket.code());
      show().deactivate(ticket);

      assertThat(viewer.awaitOverlay()).isEqualTo("This event is no longer available");
      assertThat(viewer.awaitText("#overlay-title")).isEqualTo("Event Unavailable");
      assertThat(viewer.repeatLastSegment()).isEqualTo(403);
      viewer.backToEntry();
      viewer.enter(ticket.code());
      assertThat(viewer.awaitRefusal()).isEqualTo("This event is no longer available.");
    }
  }

  @Test
  void anotherDeviceTakesTheSeatOver() {
    Show.Ticketed ticket = show().ticketFor(live.event());
    try (ViewerPage first = arrive();
        ViewerPage second = arrive()) {
      first.watch(ticket.code());
      second.enter(ticket.code());
      second.awaitSight("#takeover");
      second.page().locator("#takeover").click();
      second.awaitPlaying(1);

      assertThat(first.awaitOverlay()).isEqualTo(ELSEWHERE);
      assertThat(first.repeatLastSegment()).isEqualTo(403);
      assertThat(second.sees("#overlay")).isFalse();
      assertThat(show().sessions(ticket)).isEqualTo(1);
    }
  }

  @Test
  void aSecondTabOfTheSameBrowserTakesTheSeatSilently() {
    Show.Ticketed ticket = show().ticketFor(live.event());
    try (ViewerPage first = arrive()) {
      first.watch(ticket.code());
      Page tab = first.page().context().newPage();
      tab.navigate(show().portal() + "#code=" + ticket.code());
      tab.waitForFunction("() => document.querySelector('video')?.currentTime > 0");

      assertThat(first.awaitOverlay()).isEqualTo(ELSEWHERE);
      assertThat(tab.locator("#overlay").count()).isZero();
      assertThat(show().sessions(ticket)).isEqualTo(1);
    }
  }
}
