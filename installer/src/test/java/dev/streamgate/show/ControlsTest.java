package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The player's controls under mouse, finger and keys.
class ControlsTest extends ViewerTest {
  private static final double STEP = 10;
  private static final Page.WaitForSelectorOptions AT_ALL =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
  private static final String FULL = "() => document.fullscreenElement?.id === 'player'";
  private static final String CONTROLS =
      "() => getComputedStyle(document.querySelector('.controls')).opacity === '%s'";

  /// What takes more than an instant to change or to move.
  private static final String MOTIONS =
      """
      () => {
        const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
        return [...document.querySelectorAll('.player, .player *')].flatMap((node) =>
          ['', '::before'].flatMap((part) => {
            const style = getComputedStyle(node, part || null);
            const moves = style.animationName !== 'none' && long(style.animationDuration);
            return moves || long(style.transitionDuration) || long(style.transitionDelay)
              ? [`${node.localName}.${node.className.baseVal ?? node.className}${part}`]
              : [];
          }),
        );
      }
      """;

  /// The name of what has the focus, inside any shadow tree.
  private static final String FOCUSED =
      """
      () => {
        let node = document.activeElement;
        const host = node;
        while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
        return (node.getAttribute('aria-label') ?? host.getAttribute('aria-label')
          ?? node.innerText).trim();
      }
      """;

  /// The colour of the ring around what has the focus.
  private static final String FOCUS_RING =
      """
      () => {
        const style = getComputedStyle(document.activeElement);
        const shadow = /rgb\\([^)]*\\)/.exec(style.boxShadow)?.[0];
        return style.outlineStyle === 'none' || style.outlineWidth === '0px' ? shadow
          : style.outlineColor;
      }
      """;

  private static final String VALUE_TEXT =
      """
      () => document.querySelector('progress-bar').shadowRoot.querySelector('input')
        .getAttribute('aria-valuetext')
      """;

  @Test
  void everythingCanBeDoneByKeys() {
    Show.Ticketed ticket = show().recorded("Keys only");
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      page.keyboard().type(ticket.code());
      viewer.press("Enter");
      viewer.awaitPlaying(1);

      viewer.press(" ");
      page.waitForCondition(() -> viewer.video("paused") == 1);
      viewer.press("ArrowRight");
      page.waitForCondition(() -> viewer.currentTime() > STEP);
      viewer.press("m");
      page.waitForCondition(() -> viewer.video("muted") == 1);
      viewer.press("ArrowDown");
      assertThat(viewer.video("volume")).isCloseTo(0.9, within(0.01));
      viewer.press("f");
      page.waitForFunction(FULL);
      viewer.press("f");
      page.waitForFunction("() => document.fullscreenElement === null");

      viewer.tabTo("#quality");
      viewer.press("Enter");
      viewer.awaitSight("#quality + .menu");
      viewer.press("ArrowDown");
      assertThat(page.evaluate("() => document.activeElement.innerText")).isEqualTo("720p");
      assertThat(viewer.video("volume")).isCloseTo(0.9, within(0.01));
      viewer.press("Escape");
      viewer.awaitEndOfSight("#quality + .menu");
      assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("quality");

      viewer.tabTo("media-play-button");
      viewer.press(" ");
      page.waitForCondition(() -> viewer.video("paused") == 0);
    }
  }

  @Test
  void theWayInAndOutAgainTakesKeysAlone() {
    Show.Ticketed ticket = show().recorded("In and out by keys");
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      page.keyboard().type("0123-4567-89AC");
      viewer.press("Enter");
      viewer.awaitRefusal();
      viewer.tabTo("[data-language=de]");
      viewer.press("Enter");
      assertThat(viewer.awaitText("h1")).isEqualTo("Zugangscode eingeben");
      viewer.backTo("#code");
      viewer.press("Control+a");
      page.keyboard().type(ticket.code());
      viewer.press("Enter");
      viewer.awaitPlaying(1);

      viewer.tabTo("#back");
      viewer.press("Enter");
      viewer.awaitSight("#code");
      page.keyboard().type(ticket.code());
      viewer.press("Enter");
      viewer.awaitPlaying(1);
      show().release(ticket);
      page.waitForTimeout(1500);
      viewer.hurry();
      viewer.awaitOverlay();
      viewer.press("Enter");
      viewer.awaitSight("#code");
    }
  }

  @Test
  void aKeyThatIsHeldSwitchesOnce() {
    Show.Ticketed ticket = show().recorded("Held");
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      viewer.watch(ticket.code());
      page.keyboard().down("m");
      page.keyboard().down("m");
      page.waitForTimeout(200);

      assertThat(viewer.video("muted")).isEqualTo(1);
      page.keyboard().up("m");
      viewer.press("m");
      page.waitForCondition(() -> viewer.video("muted") == 0);
    }
  }

  @Test
  void aDoubleTapGoesTenSecondsOnAndASingleOneShowsTheControls() {
    Show.Ticketed ticket = show().recorded("Tapped");
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true);
    try (ViewerPage viewer = arrive(phone)) {
      Page page = viewer.page();
      viewer.watch(ticket.code());
      double before = viewer.currentTime();
      page.touchscreen().tap(300, 300);
      page.touchscreen().tap(300, 300);
      page.waitForCondition(() -> viewer.currentTime() > before + STEP - 1);

      assertThat(viewer.video("paused")).isZero();
      assertThat(page.evaluate("() => document.fullscreenElement")).isNull();
      page.waitForSelector("media-controller[userinactive]", AT_ALL);
      page.touchscreen().tap(100, 300);
      page.waitForFunction(CONTROLS.formatted("1"));
      page.waitForTimeout(400);
      page.touchscreen().tap(100, 300);
      page.waitForFunction(CONTROLS.formatted("0"));
      assertThat(viewer.video("paused")).isZero();
    }
  }

  @Test
  void volumeAndSilenceAreRememberedAndNothingElse() {
    Show.Ticketed ticket = show().recorded("Twice");
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      viewer.watch(ticket.code());
      viewer.press("ArrowDown");
      viewer.press("m");
      page.waitForCondition(() -> viewer.video("muted") == 1);
      page.waitForFunction("() => localStorage.getItem('streamgate.muted') === 'true'");
      page.reload();
      viewer.watch(ticket.code());

      assertThat(viewer.video("volume")).isCloseTo(0.9, within(0.01));
      assertThat(viewer.video("muted")).isEqualTo(1);
      assertThat(page.evaluate("() => Object.keys(localStorage).sort().join()"))
          .isEqualTo("streamgate.muted,streamgate.volume");
      assertThat(page.evaluate("() => sessionStorage.length + document.cookie.length"))
          .isEqualTo(0);
    }
  }

  @Test
  void theControlsLeaveAfterThreeSecondsAndNeverWhilePausedOrInAMenu() {
    Show.Ticketed ticket = show().recorded("Undisturbed");
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      viewer.watch(ticket.code());
      page.mouse().move(300, 300);
      page.mouse().move(320, 320);
      long moved = System.nanoTime();
      page.waitForFunction(CONTROLS.formatted("1"));
      page.waitForFunction(CONTROLS.formatted("0"));
      assertThat(Duration.ofNanos(System.nanoTime() - moved))
          .isBetween(Duration.ofMillis(2800), Duration.ofMillis(5000));

      viewer.press("m");
      page.waitForFunction(CONTROLS.formatted("1"));
      page.locator("#quality").click();
      page.waitForTimeout(3600);
      assertThat(page.evaluate(CONTROLS.formatted("1"))).isEqualTo(true);
      viewer.press("Escape");
      page.evaluate("() => document.querySelector('#player').focus()");
      viewer.press(" ");
      page.waitForCondition(() -> viewer.video("paused") == 1);
      page.waitForTimeout(3600);
      assertThat(page.evaluate(CONTROLS.formatted("1"))).isEqualTo(true);
    }
  }

  @Test
  void whoWantsNoMotionGetsNone() {
    Show.Ticketed ticket = show().recorded("Calm");
    Browser.NewContextOptions calm =
        new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    try (ViewerPage viewer = arrive(calm)) {
      viewer.watch(ticket.code());

      assertThat((List<?>) viewer.page().evaluate(MOTIONS)).isEmpty();
    }
  }

  @Test
  void theTabKeyGoesByThePictureAndEveryControlHasItsName() {
    Show.Ticketed ticket = show().recorded("By Tab");
    try (ViewerPage viewer = arrive()) {
      Page page = viewer.page();
      viewer.watch(ticket.code());
      viewer.press(" ");
      page.waitForCondition(() -> viewer.video("paused") == 1);
      page.evaluate("() => document.querySelector('#player').focus()");
      List<String> names = new ArrayList<>();
      for (int press = 0; press < 9; press++) {
        viewer.press("Tab");
        names.add((String) page.evaluate(FOCUSED));
        assertThat(page.evaluate(FOCUS_RING)).as(names.getLast()).isEqualTo("rgb(96, 165, 250)");
      }

      assertThat(names)
          .containsExactly(
              "Video player",
              "Back",
              "Video progress",
              "Play",
              "Mute",
              "Volume",
              "Quality",
              "Picture-in-picture",
              "Enter fullscreen");
      page.locator("progress-bar").focus();
      viewer.press("ArrowRight");
      page.waitForFunction("() => /^0:1\\d of 0:30$/.test((" + VALUE_TEXT + ")())");
    }
  }

  @Test
  void aDoubleClickAndATurnedPhoneFillTheScreen() {
    Show.Ticketed ticket = show().recorded("Turned");
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions()
            .setViewportSize(360, 740)
            .setHasTouch(true)
            .setIsMobile(true);
    try (ViewerPage viewer = arrive();
        ViewerPage hand = arrive(phone)) {
      viewer.watch(ticket.code());
      viewer.page().mouse().dblclick(600, 300);
      viewer.page().waitForFunction(FULL);
      viewer.page().mouse().dblclick(600, 300);
      viewer.page().waitForFunction("() => !document.fullscreenElement");

      hand.watch(show().ticketFor(ticket.event()).code());
      hand.page().touchscreen().tap(180, 300);
      assertThat(hand.page().locator("media-controller").getAttribute("autohide")).isEqualTo("6");
      hand.page().setViewportSize(740, 360);
      hand.page().waitForFunction(FULL);
      hand.page().setViewportSize(360, 740);
      hand.page().waitForFunction("() => !document.fullscreenElement");
      assertThat(hand.page().locator(".toast").count()).isZero();
      hand.page().locator("media-fullscreen-button").tap();
      assertThat(hand.awaitText(".toast")).isEqualTo("Turn your phone for a larger picture");
    }
  }
}
