package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way in: what is typed, pasted or linked, and what the server says to it.
class EntryTest extends ViewerTest {
  private static final String WELL_FORMED_BUT_UNKNOWN = "0123-4567-89AB";

  /// Nobody has touched the page yet, so the browser lets it play in silence only.
  @ParameterizedTest
  @ValueSource(strings = {"#code=", "?code="})
  void aCodeLinkPlaysByItselfAndLeavesTheAddressBar(String form) {
    Show.Ticketed ticket = show().recorded("Linked");
    String link = show().portal() + form + ticket.code();
    Page page = visitor();
    List<String> reports = requests(page, "/api/playback/progress");
    try (ViewerPage viewer = new ViewerPage(page, link)) {
      // The first one asks, the second says that the picture moves. A look at the page would count
      // as a touch.
      page.waitForCondition(() -> reports.size() > 1);

      assertThat(viewer.page().url()).isEqualTo(show().portal());
      assertThat(viewer.video("muted")).isEqualTo(1);
      assertThat(viewer.awaitText("#tap-sound")).isEqualTo("Tap for sound");
      viewer.page().locator("#tap-sound").click();
      assertThat(viewer.video("muted")).isZero();
      assertThat(viewer.sees("#tap-sound")).isFalse();
      viewer.awaitPlaying(1);
    }
  }

  /// As on a phone that saves its battery: nothing moves before a touch, not even in silence.
  @Test
  void aPictureThatMayNotMoveByItselfIsStartedByATouch() {
    Show.Ticketed ticket = show().recorded("Saving the battery");
    Page page =
        browser()
            .newVisitor(
                new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
    page.addInitScript(
        """
        const play = HTMLMediaElement.prototype.play;
        window.addEventListener('touchend', () => { window.touched = true; }, true);
        HTMLMediaElement.prototype.play = function () {
          return window.touched ? play.call(this)
            : Promise.reject(new DOMException('not before a touch', 'NotAllowedError'));
        };
        """);
    try (ViewerPage viewer = new ViewerPage(page, show().portal() + "#code=" + ticket.code())) {
      viewer.awaitSight("#tap-play");
      page.waitForSelector("#player[data-stream=running]");
      assertThat(page.locator("#tap-play").getAttribute("aria-label")).isEqualTo("Play");
      page.waitForFunction(
          "() => getComputedStyle(document.querySelector('#spinner')).opacity === '0'");
      page.locator("#tap-play").tap();

      viewer.awaitPlaying(1);
      assertThat(viewer.sees("#tap-play")).isFalse();
      assertThat(viewer.video("muted")).isZero();
    }
  }

  @Test
  void aCodeMayBePastedInLowerCaseWithBlanks() {
    Show.Ticketed ticket = show().recorded("Pasted");
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      page.locator("#code")
          .fill("  " + ticket.code().toLowerCase(Locale.ROOT).replace("-", " ") + " ");
      page.keyboard().press("Enter");

      viewer.awaitPlaying(1);
    }
  }

  @Test
  void aWrongCheckSymbolNeverReachesTheServer() {
    show().recorded("Printed codes only");
    try (ViewerPage viewer = arrive()) {
      List<String> validations = requests(viewer.page(), "/api/tokens/validate");
      viewer.enter("0123-4567-89AC");

      assertThat(viewer.awaitRefusal())
          .isEqualTo("Invalid code. Please check your ticket and try again.");
      assertThat(validations).isEmpty();
      assertThat(viewer.page().locator("#code").getAttribute("aria-invalid")).isEqualTo("true");
      viewer.enter(WELL_FORMED_BUT_UNKNOWN);
      viewer.awaitRefusal();
      viewer.page().waitForCondition(() -> validations.size() == 1);
    }
  }

  @Test
  void tooManyAttemptsAreCountedDown() {
    Page page = visitor();
    page.route(
        "**/api/tokens/validate",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(429)
                    .setHeaders(Map.of("Retry-After", "2"))
                    .setBody("{\"code\":\"TOO_MANY_ATTEMPTS\"}")));
    try (ViewerPage viewer = arrive(page)) {
      List<String> validations = requests(page, "/api/tokens/validate");
      viewer.enter(WELL_FORMED_BUT_UNKNOWN);

      assertThat(viewer.awaitRefusal())
          .isEqualTo("Too many attempts. Please wait a moment and try again.");
      assertThat(page.locator("#watch").textContent()).startsWith("Try again in");
      assertThat(page.locator("#watch").isDisabled()).isTrue();
      viewer.press("Enter");
      page.waitForSelector("#watch:text('Try again in 1 second')");
      page.waitForSelector("#watch:text('Watch Now'):enabled");
      assertThat(validations).hasSize(1);
    }
  }

  @Test
  void aDateIsToldInTheViewersOwnZone() {
    Page page =
        browser()
            .newVisitor(
                new Browser.NewContextOptions().setLocale("de-DE").setTimezoneId("Europe/Berlin"));
    page.route(
        "**/api/tokens/validate",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(410)
                    .setBody("{\"error\":\"x\",\"expiredAt\":\"2026-07-12T14:00:00.000Z\"}")));
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(WELL_FORMED_BUT_UNKNOWN);

      assertThat(viewer.awaitRefusal()).contains("12. Juli 2026 um 16:00");
      assertThat(page.locator("#code").getAttribute("aria-describedby")).startsWith("code-error");
      assertThat(page.evaluate("() => getSelection().toString()"))
          .isEqualTo(WELL_FORMED_BUT_UNKNOWN);
    }
  }

  @Test
  void whoLeavesDuringTheCheckMarkGivesTheSeatBack() {
    Show.Ticketed ticket = show().recorded("Left at once");
    try (ViewerPage viewer = arrive()) {
      viewer.enter(ticket.code());
      viewer.page().waitForSelector("#watch[data-phase=accepted]");
      viewer.page().navigate("about:blank");

      viewer.page().waitForCondition(() -> show().sessions(ticket) == 0);
    }
  }

  @Test
  void theSwitchChangesTheLanguageAndIsRemembered() {
    try (ViewerPage viewer = arrive()) {
      viewer.page().locator("[data-language=de]").click();

      assertThat(viewer.awaitText("h1")).isEqualTo("Zugangscode eingeben");
      viewer.page().reload();
      assertThat(viewer.awaitText("h1")).isEqualTo("Zugangscode eingeben");
    }
  }

  @Test
  void supportCanCopyDetailsWithoutTokenOrCode() {
    Show.Ticketed ticket = show().recorded("Debugged");
    List<String> console = new CopyOnWriteArrayList<>();
    Page page = visitor();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.onConsoleMessage(message -> console.add(message.text()));
    try (ViewerPage viewer = new ViewerPage(page, show().portal() + "?debug=1")) {
      viewer.enter(ticket.code());
      viewer.awaitPlaying(1);
      page.locator("#copy-details").click();
      viewer.awaitSight("#copy-details .icon-check");
      String copied = (String) page.evaluate("() => navigator.clipboard.readText()");

      assertThat(copied)
          .contains("Event: " + ticket.event().value(), "POST /api/tokens/validate 200")
          .doesNotContain("eyJ", ticket.code(), ticket.code().replace("-", ""));
      assertThat(console)
          .anyMatch(line -> line.startsWith("Playback session created"))
          .anyMatch(line -> line.contains("[StreamGate]"))
          .noneMatch(line -> line.contains("eyJ"));
    }
  }
}
