package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Players that are not ours: the browser's own HLS, which Chromium has as well and uses when Media
/// Source is taken away; a television by AirPlay; ffprobe.
class OwnPlayerTest extends ViewerTest {
  private static final String SOURCE = "() => document.querySelector('video').src";

  private static final String WITHOUT_MEDIA_SOURCE =
      """
      for (const name of ['MediaSource', 'ManagedMediaSource', 'WebKitMediaSource']) {
        delete window[name];
      }
      """;

  /// The part of AirPlay that a page meets.
  private static final String WITH_AIRPLAY =
      """
      window.picked = [];
      HTMLVideoElement.prototype.webkitShowPlaybackTargetPicker = function () {
        window.picked.push({ source: this.src, known: this.readyState > 0 });
      };
      window.connected = (isConnected) => {
        const video = document.querySelector('video');
        video.webkitCurrentPlaybackTargetIsWireless = isConnected;
        video.dispatchEvent(new Event('webkitcurrentplaybacktargetiswirelesschanged'));
      };
      window.receiver = (availability) => {
        const change = new Event('webkitplaybacktargetavailabilitychanged');
        document.querySelector('video').dispatchEvent(Object.assign(change, { availability }));
      };
      """;

  @Test
  void theBrowsersOwnPlayerGetsInByTheCookieAndIsStoppedByARevocation() {
    Show.Ticketed ticket = show().announce(Billing.running("By cookie"));
    Page page = visitor();
    page.addInitScript(WITHOUT_MEDIA_SOURCE);
    List<String> media = requests(page, "/streams/");
    List<Integer> statuses = statuses(page, "/streams/");
    try (Encoder _ = broadcast(ticket);
        ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());

      assertThat((String) page.evaluate(SOURCE))
          .endsWith("/streams/" + ticket.event().value() + "/stream.m3u8");
      assertThat(media).noneMatch(address -> address.contains("__token"));
      assertThat(statuses).containsOnly(200, 206);
      assertThat(viewer.awaitText("#badge")).isEqualTo("LIVE");
      assertThat(viewer.sees("#quality")).isFalse();
      show().revoke(ticket);
      page.waitForTimeout(1500);
      viewer.hurry();
      assertThat(viewer.awaitOverlay()).isEqualTo("Your access has been revoked");
      assertThat(viewer.video("paused")).isEqualTo(1);
    }
  }

  @Test
  void withoutCookiesTheAddressCarriesTheToken() {
    Show.Ticketed ticket = show().recorded("By token");
    Page page = visitor();
    page.addInitScript(WITHOUT_MEDIA_SOURCE);
    page.route("**/api/tokens/validate", OwnPlayerTest::withoutCookies);
    List<Integer> statuses = statuses(page, "/streams/");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());

      assertThat((String) page.evaluate(SOURCE)).contains("/stream.m3u8?__token=eyJ");
      assertThat(page.context().cookies()).isEmpty();
      // The plain address was tried first.
      assertThat(statuses).startsWith(401).contains(206);
    }
  }

  /// Of a live window `nativeStream.test.ts` tells the same; Chromium's own player knows none.
  @Test
  void thePlaceIsKeptWhenTheAddressGetsANewToken() {
    Show.Ticketed ticket = show().recorded("Renewed by token");
    Page page = visitor();
    page.addInitScript(WITHOUT_MEDIA_SOURCE);
    page.route("**/api/tokens/validate", OwnPlayerTest::withoutCookies);
    page.route("**/api/playback/heartbeat", OwnPlayerTest::refuse);
    List<Integer> refreshes = statuses(page, "/api/playback/refresh");
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      viewer.press("ArrowRight");
      viewer.awaitPlaying(2);
      double before = viewer.currentTime();
      String source = (String) page.evaluate(SOURCE);
      viewer.hurry();
      page.waitForFunction("old => document.querySelector('video').src !== old", source);

      viewer.awaitPlaying(1);
      assertThat(viewer.currentTime()).isBetween(before, before + 8);
      assertThat(refreshes).containsExactly(200);
    }
  }

  @Test
  void aLateEncoderIsFoundByTheBrowsersOwnPlayerToo() {
    Show.Ticketed ticket = show().announce(Billing.running("Late"));
    Page page = visitor();
    page.addInitScript(WITHOUT_MEDIA_SOURCE);
    try (ViewerPage viewer = arrive(page)) {
      viewer.enter(ticket.code());
      assertThat(viewer.awaitText("#stream-status")).isEqualTo("Waiting for stream to start");
      try (Encoder _ = broadcast(ticket)) {
        viewer.awaitPlaying(1);
        assertThat(viewer.sees("#stream-status")).isFalse();
      }
    }
  }

  @Test
  void airPlayGetsAnAddressWithTheTokenBeforeReceiversAreShown() {
    Show.Ticketed ticket = show().recorded("On television");
    Page page = visitor();
    page.addInitScript(WITH_AIRPLAY);
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());
      assertThat(viewer.sees("#airplay")).isFalse();
      assertThat((String) page.evaluate(SOURCE)).startsWith("blob:");
      page.evaluate("() => window.receiver('available')");
      double before = viewer.currentTime();
      page.locator("#airplay").click();
      page.waitForFunction("() => window.picked.length === 1");

      assertThat((String) page.evaluate("() => window.picked[0].source"))
          .contains("/stream.m3u8?__token=eyJ");
      assertThat(page.evaluate("() => window.picked[0].known")).isEqualTo(true);
      assertThat(viewer.currentTime()).isCloseTo(before, within(3.0));
      viewer.awaitPlaying(1);
      page.locator("#airplay").click();
      assertThat(page.evaluate("() => window.picked.length")).isEqualTo(2);
      page.evaluate("() => window.receiver('not-available')");
      assertThat(viewer.sees("#airplay")).isFalse();

      page.evaluate("() => window.connected(true)");
      assertThat((String) page.evaluate(SOURCE)).contains("__token");
      double reached = viewer.currentTime();
      page.evaluate("() => window.connected(false)");
      page.waitForFunction("() => document.querySelector('video').src.startsWith('blob:')");
      viewer.awaitPlaying(1);
      assertThat(viewer.currentTime()).isGreaterThan(reached);
    }
  }

  @Test
  void withoutAirPlayThereIsNoButtonForIt() {
    Show.Ticketed ticket = show().recorded("Not on television");
    try (ViewerPage viewer = arrive()) {
      viewer.watch(ticket.code());

      assertThat(viewer.page().locator("#airplay").count()).isZero();
    }
  }

  @Test
  void ffprobeReadsTheStreamWithATokenAndIsToldToAuthoriseWithoutOne()
      throws IOException, InterruptedException {
    Show.Granted granted = show().redeem(show().recorded("Probed"));

    assertThat(Ffprobe.read(granted.stream(), List.of("Authorization: Bearer " + granted.token())))
        .contains("h264", "aac");
    assertThat(Ffprobe.read(granted.stream() + "?__token=" + granted.token(), List.of()))
        .contains("h264", "aac");
    assertThat(Ffprobe.read(granted.stream(), List.of())).contains("401 Unauthorized");
  }

  private static void refuse(Route route) {
    route.fulfill(new Route.FulfillOptions().setStatus(401).setBody("{}"));
  }

  private static void withoutCookies(Route route) {
    APIResponse answer = route.fetch();
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("set-cookie"));
    // Playwright itself has kept them.
    route.request().frame().page().context().clearCookies();
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(answer.status())
            .setHeaders(headers)
            .setBody(answer.text()));
  }
}
