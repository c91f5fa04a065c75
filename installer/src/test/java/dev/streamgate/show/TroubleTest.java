package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What goes wrong on the way between a viewer and the server, and what the viewer sees of it.
class TroubleTest extends ViewerTest {
  private static final String PLAYER = "**/assets/visit-*.js*";
  private static final String SEGMENTS = "**/streams/**/*.ts";
  private static final String PLAYLISTS = "**/streams/**/*.m3u8";

  @Test
  void refusedSegmentsCostOneRefreshForAllOfThem() {
    Show.Ticketed ticket = show().recorded("Refused once");
    Page page = visitor();
    List<Integer> refreshes = statuses(page, "/api/playback/refresh");
    page.route(SEGMENTS, route -> answerUnless(!refreshes.isEmpty(), route, 403));
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());

      assertThat(refreshes).containsExactly(200);
      assertThat(viewer.sees("#overlay")).isFalse();
    }
  }

  @Test
  void aRefusalRightAfterARefreshIsALostNetworkAndAsksForNoOther() {
    Show.Ticketed ticket = show().recorded("Refused for good");
    Page page = visitor();
    List<Integer> refreshes = statuses(page, "/api/playback/refresh");
    page.route(SEGMENTS, route -> answerUnless(false, route, 403));
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(ticket.code());

      assertThat(viewer.awaitText("#stream-status")).isEqualTo("Reconnecting…");
      page.waitForTimeout(1500);
      assertThat(refreshes).containsExactly(200);
    }
  }

  @Test
  void aStreamThatStaysBrokenIsGivenUpAndTriedAgainOnRequest() {
    Show.Ticketed ticket = show().recorded("Broken");
    Page page = visitor();
    FastTimers.of(page);
    AtomicBoolean isMended = new AtomicBoolean();
    AtomicInteger attempts = new AtomicInteger();
    page.route(
        PLAYLISTS,
        route -> {
          attempts.incrementAndGet();
          answerUnless(isMended.get(), route, 502);
        });
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(ticket.code());

      assertThat(viewer.awaitOverlay())
          .isEqualTo("Stream is not available. Please try again later.");
      assertThat(attempts).hasValue(6);
      assertThat(viewer.awaitText("#overlay-title")).isEqualTo("Playback Error");
      assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("retry");
      isMended.set(true);
      viewer.press("Enter");
      viewer.awaitPlaying(1);
      assertThat(viewer.sees("#overlay")).isFalse();
    }
  }

  @Test
  void aServerThatStumblesTwiceStillLetsTheViewerIn() {
    Show.Ticketed ticket = show().recorded("Stumbling");
    Page page = visitor();
    AtomicInteger attempts = new AtomicInteger();
    page.route(
        "**/api/tokens/validate",
        route -> answerUnless(attempts.incrementAndGet() == 3, route, 503));
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());

      assertThat(attempts).hasValue(3);
    }
  }

  @Test
  void aServerOutOfReachIsAskedThreeTimesAndTheViewerIsToldToTryAgain() {
    Page page = visitor();
    AtomicInteger attempts = new AtomicInteger();
    page.route(
        "**/api/tokens/validate",
        route -> {
          attempts.incrementAndGet();
          route.abort();
        });
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter("0123-4567-89AB");
      assertThat(viewer.awaitText("#code-helper")).isEqualTo("Authorizing streaming session…");

      assertThat(viewer.awaitRefusal()).isEqualTo("Something went wrong. Please try again.");
      assertThat(attempts).hasValue(3);
    }
  }

  @Test
  void whoCannotLoadThePlayerTakesNoSeat() {
    Show.Ticketed ticket = show().recorded("Half a page");
    Page page = visitor();
    List<String> validations = requests(page, "/api/tokens/validate");
    page.route(PLAYER, Route::abort);
    List<String> players = requests(page, "/assets/visit-");
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(ticket.code());

      assertThat(viewer.awaitRefusal()).isEqualTo("Something went wrong. Please try again.");
      assertThat(validations).isEmpty();
      page.unroute(PLAYER);
      viewer.watch(ticket.code());
      // A browser may remember what could not be fetched, so it is asked for by another name.
      assertThat(players.stream().filter(address -> !address.contains("HEAD")))
          .anyMatch(address -> address.endsWith("?again=2"));
    }
  }

  @Test
  void aPageOlderThanItsServerBeginsAnewAndGoesOnWithTheCode() {
    Show.Ticketed ticket = show().recorded("Another player now");
    Page page = visitor();
    AtomicInteger pages = new AtomicInteger();
    page.onRequest(request -> pages.addAndGet(request.isNavigationRequest() ? 1 : 0));
    page.route(PLAYER, route -> answerUnless(pages.get() > 1, route, 404));
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(ticket.code());

      viewer.awaitPlaying(1);
      assertThat(pages).hasValue(2);
      assertThat(page.url()).isEqualTo(show().portal());
    }
  }

  @Test
  void aPageWhoseProgramDoesNotComeSaysSoAfterAWhile() throws IOException {
    Page page = visitor();
    page.route("**/assets/index-*.js", Route::abort);
    try (ViewerPage viewer = arrive(page)) {
      viewer.awaitSight(".boot-spinner");
      assertThat(viewer.sees(".boot-late p[lang=en]")).isFalse();
      assertThat(
              page.evaluate(
                  "() => document.querySelector('.boot-late').getAnimations()"
                      + ".map(({ effect }) => effect.getTiming().delay).join()"))
          .isEqualTo("10000");
      page.evaluate("() => document.querySelector('.boot-late').getAnimations()[0].finish()");

      assertThat(viewer.awaitText(".boot-late p[lang=en]")).startsWith("This page is taking too");
      assertThat(viewer.awaitText(".boot-late p[lang=de]")).startsWith("Diese Seite braucht zu");
      assertThat(Axe.seriousProblems(page)).isEmpty();
    }
  }

  @Test
  void withoutJavaScriptThePageSaysWhatItNeeds() {
    Browser.NewContextOptions without = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (ViewerPage viewer = arrive(without)) {
      assertThat(viewer.awaitText("noscript p[lang=en]")).startsWith("Please turn on JavaScript");
      assertThat(viewer.awaitText("noscript p[lang=de]")).contains("JavaScript");
      assertThat(viewer.sees(".boot-spinner")).isFalse();
    }
  }

  @Test
  void aRefusedHeartbeatIsReportedAndTheRefreshDecides() {
    Show.Ticketed ticket = show().recorded("Reported");
    Page page = visitor();
    page.route("**/api/playback/heartbeat", route -> answerUnless(false, route, 401));
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      // A heartbeat so soon after the last one would say nothing new.
      page.waitForTimeout(1500);
      Request report = page.waitForRequest("**/api/client-errors", viewer::hurry);

      assertThat(report.postData())
          .contains("PLAYBACK_AUTH_FAILED", "/api/playback/heartbeat", "\"hasToken\":true")
          .doesNotContain("eyJ");
      viewer.awaitPlaying(1);
      assertThat(viewer.sees("#overlay")).isFalse();
    }
  }

  @Test
  void thePlayerIsNotBlackWhileASlowStreamIsOpened() {
    Show.Ticketed ticket = show().recorded("Slow");
    Page page = visitor();
    page.route(PLAYLISTS, route -> {});
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(ticket.code());
      viewer.awaitSight("#player[data-stream=opening]");

      page.waitForFunction(
          "() => getComputedStyle(document.querySelector('#spinner')).opacity === '1'");
    }
  }

  private static void answerUnless(boolean isFine, Route route, int status) {
    if (isFine) {
      route.resume();
    } else {
      route.fulfill(new Route.FulfillOptions().setStatus(status).setBody("{}"));
    }
  }
}
