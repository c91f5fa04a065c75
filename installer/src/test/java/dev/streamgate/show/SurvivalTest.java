package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Playback that goes on: over a lost network, a sleep, a refusal, the browser's own memory of
/// pages.
class SurvivalTest extends ViewerTest {
  private static final String PAGE_EVENT =
      "() => window.dispatchEvent(new PageTransitionEvent('%s', { persisted: true }))";

  private Show.Ticketed live;
  private Encoder encoder;

  @BeforeAll
  void announce() {
    live = show().announce(Billing.running("Live"));
    encoder = broadcast(live);
  }

  @AfterAll
  void stopEncoding() {
    encoder.close();
  }

  @Test
  void twentySecondsWithoutNetworkAreShownAndOverByThemselves() {
    Show.Ticketed ticket = show().ticketFor(live.event());
    Page page = visitor();
    List<Integer> validations = statuses(page, "/api/tokens/validate");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      viewer.page().context().setOffline(true);
      viewer.awaitSight("#stream-status");
      assertThat(viewer.awaitText("#stream-status")).isEqualTo("Reconnecting…");
      assertThat(viewer.announced()).isEqualTo("Reconnecting…");
      viewer.page().waitForTimeout(20_000);
      viewer.page().context().setOffline(false);

      viewer.awaitEndOfSight("#stream-status");
      viewer.awaitPlaying(2);
      assertThat(viewer.sees("#overlay")).isFalse();
      // The same seat all the time.
      assertThat(validations).containsExactly(200);
      assertThat(show().sessions(ticket)).isEqualTo(1);
    }
  }

  @Test
  void aSessionLostInASleepIsTakenAgainWithoutTyping() {
    Show.Ticketed ticket = show().recorded("Slept through");
    Page page = visitor();
    DeviceClock clock = DeviceClock.of(page);
    List<Integer> validations = statuses(page, "/api/tokens/validate");
    page.route(
        "**/api/tokens/validate",
        route -> Answers.edit(route, validations.isEmpty() ? "$^" : "Slept through", "Woken up"));
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      assertThat(viewer.awaitText("#player h1")).isEqualTo("Slept through");
      show().skip(Duration.ofMinutes(10));
      clock.skip(Duration.ofMinutes(10));
      page.waitForCondition(() -> validations.size() == 2);

      viewer.awaitPlaying(2);
      assertThat(validations).containsExactly(200, 200);
      assertThat(viewer.awaitText("#player h1")).isEqualTo("Woken up");
      assertThat(viewer.sees("#overlay")).isFalse();
      assertThat(show().sessions(ticket)).isEqualTo(1);
    }
  }

  @Test
  void aSeatLostInASleepAndTakenByAnotherIsLost() {
    Show.Ticketed ticket = show().recorded("Overslept");
    Page page = visitor();
    DeviceClock clock = DeviceClock.of(page);
    try (ViewerPage sleeper = arrive(page);
        ViewerPage other = arrive()) {
      sleeper.watch(ticket.code());
      show().skip(Duration.ofMinutes(10));
      other.watch(ticket.code());
      clock.skip(Duration.ofMinutes(10));

      assertThat(sleeper.awaitOverlay())
          .isEqualTo("Your session has been started on another device.");
      assertThat(show().sessions(ticket)).isEqualTo(1);
    }
  }

  @Test
  void aSessionThatStaffEndedIsNotTakenAgain() {
    Show.Ticketed ticket = show().ticketFor(live.event());
    Page page = visitor();
    List<Integer> validations = statuses(page, "/api/tokens/validate");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      show().release(ticket);

      assertThat(viewer.awaitOverlay())
          .isEqualTo(
              "Your session has expired due to inactivity. Please re-enter your access code.");
      assertThat(validations).containsExactly(200);
    }
  }

  @Test
  void theSeatIsFreeAsSoonAsTheViewerLeaves() {
    Show.Ticketed ticket = show().recorded("Left");
    try (ViewerPage viewer = arrive();
        ViewerPage next = arrive()) {
      viewer.watch(ticket.code());
      assertThat(show().sessions(ticket)).isEqualTo(1);
      next.enter(ticket.code());
      assertThat(next.awaitRefusal()).startsWith("This access code is currently being viewed");
      viewer.page().locator("#back").click();
      viewer.awaitSight("#code");
      viewer.page().waitForCondition(() -> show().sessions(ticket) == 0);
      next.watch(ticket.code());
      next.page().locator("#back").click();
      next.page().waitForCondition(() -> show().sessions(ticket) == 0);

      viewer.watch(ticket.code());
      viewer.page().navigate("about:blank");
      viewer.page().waitForCondition(() -> show().sessions(ticket) == 0);
    }
  }

  /// The browser tells of its memory of pages by two events; Playwright's Chromium keeps no pages.
  @Test
  void aPageThatComesBackFromTheBrowsersMemoryAsksAgainByItself() {
    Show.Ticketed ticket = show().recorded("Kept");
    Page page = visitor();
    List<Integer> validations = statuses(page, "/api/tokens/validate");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      page.evaluate(PAGE_EVENT.formatted("pagehide"));
      page.waitForCondition(() -> show().sessions(ticket) == 0);
      page.evaluate(PAGE_EVENT.formatted("pageshow"));
      page.waitForCondition(() -> validations.size() == 2);

      viewer.awaitPlaying(1);
      assertThat(validations).containsExactly(200, 200);
      assertThat(show().sessions(ticket)).isEqualTo(1);
    }
  }

  /// The release of the old session must not take the cookie of the new one away.
  @Test
  void theNextCodeWaitsUntilTheSeatBeforeItWasGivenBack() {
    Show.Ticketed ticket = show().recorded("Linked twice");
    Page page = visitor();
    List<String> answered = new CopyOnWriteArrayList<>();
    page.route(
        "**/api/playback/release",
        route -> {
          page.waitForTimeout(700);
          answered.add("release");
          route.resume();
        });
    page.onRequest(request -> {
      if (request.url().endsWith("/api/tokens/validate")) {
        answered.add("validate");
      }
    });
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      page.evaluate("code => { location.hash = 'code=' + code; }", ticket.code());
      page.waitForCondition(() -> answered.size() == 3);

      assertThat(answered).containsExactly("validate", "release", "validate");
      viewer.awaitPlaying(1);
      assertThat(show().sessions(ticket)).isEqualTo(1);
      assertThat(
              page.context().cookies(show().portal() + "streams/" + ticket.event().value() + "/"))
          .anyMatch(cookie -> cookie.name.equals("sg_play"));
    }
  }

  @Test
  void anotherTabInFrontIsNoReasonToGiveTheSeatBack() {
    Show.Ticketed ticket = show().recorded("Switched away");
    Page page = visitor();
    List<String> releases = requests(page, "/api/playback/release");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      page.evaluate(
          """
          () => {
            Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
            document.dispatchEvent(new Event('visibilitychange'));
            window.dispatchEvent(new Event('blur'));
          }
          """);
      viewer.awaitPlaying(1);

      assertThat(releases).isEmpty();
      assertThat(show().sessions(ticket)).isEqualTo(1);
    }
  }
}
