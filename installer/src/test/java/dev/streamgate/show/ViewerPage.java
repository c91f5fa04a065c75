package dev.streamgate.show;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The portal as a viewer handles it.
final class ViewerPage implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 20_000;
  private static final double MIDDLE_X = 640;
  private static final double MIDDLE_Y = 360;
  private static final double FADE_MILLIS = 400;
  private static final int MOST_TABS = 20;
  private static final String TIME = "() => document.querySelector('video')?.currentTime ?? 0";

  /// How many of the picture's dots, of a coarse sample, are clearly not black.
  private static final String BRIGHT_DOTS =
      """
      () => {
        const video = document.querySelector('video');
        const canvas = document.createElement('canvas');
        canvas.width = 64;
        canvas.height = 36;
        const context = canvas.getContext('2d');
        context.drawImage(video, 0, 0, 64, 36);
        const dots = context.getImageData(0, 0, 64, 36).data;
        let bright = 0;
        for (let i = 0; i < dots.length; i += 4) {
          if (dots[i] + dots[i + 1] + dots[i + 2] > 60) bright++;
        }
        return bright;
      }
      """;

  private final Page page;
  private final Set<String> hosts = ConcurrentHashMap.newKeySet();
  private final List<Response> segments = new CopyOnWriteArrayList<>();

  ViewerPage(Page page, String portal) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onResponse(this::note);
    page.onRequest(request -> hosts.add(hostOf(request.url())));
    page.navigate(portal);
  }

  /// The page itself, for what only one test does.
  Page page() {
    return page;
  }

  /// Enters a code and waits until the picture moves.
  void watch(String code) {
    enter(code);
    awaitPlaying(1);
  }

  /// Counts from now on how often the picture stops for want of data.
  void countStalls() {
    page.evaluate(
        "() => { window.stalls = 0; document.querySelector('video')"
            + ".addEventListener('waiting', () => window.stalls++); }");
  }

  int stalls() {
    return ((Number) page.evaluate("() => window.stalls")).intValue();
  }

  /// What a screen reader was told last.
  String announced() {
    return page.locator("#announcer").textContent();
  }

  /// Notes from now on all that a screen reader is told; what is told may soon make way for more.
  void listen() {
    page.evaluate(
        "() => { window.said = []; const told = document.getElementById('announcer');"
            + " new MutationObserver(() => window.said.push(told.textContent))"
            + ".observe(told, { childList: true, characterData: true, subtree: true }); }");
  }

  /// Waits until a screen reader was told this, since there is somebody who listens.
  void awaitAnnounced(String text) {
    page.waitForFunction("text => window.said.includes(text)", text);
  }

  /// Lets the page believe that its network is back, so that it asks for everything at once.
  void hurry() {
    page.evaluate("() => window.dispatchEvent(new Event('online'))");
  }

  /// Whether something is seen on the page.
  boolean sees(String selector) {
    return page.locator(selector).isVisible();
  }

  void awaitSight(String selector) {
    page.locator(selector).waitFor();
  }

  void awaitEndOfSight(String selector) {
    page.locator(selector)
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /// Goes on with the Tab key until this element has the focus.
  void tabTo(String selector) {
    tabTo("Tab", selector);
  }

  /// The same way back.
  void backTo(String selector) {
    tabTo("Shift+Tab", selector);
  }

  private void tabTo(String key, String selector) {
    for (int press = 0; press < MOST_TABS; press++) {
      page.keyboard().press(key);
      if (Boolean.TRUE.equals(
          page.evaluate("name => document.activeElement.matches(name)", selector))) {
        return;
      }
    }
    throw new AssertionError("the Tab key does not lead to " + selector);
  }

  /// Presses a key wherever the focus is.
  void press(String key) {
    page.keyboard().press(key);
  }

  /// A property of the video element.
  double video(String property) {
    return ((Number)
            page.evaluate("name => Number(document.querySelector('video')[name])", property))
        .doubleValue();
  }

  /// Types a code as it is printed and submits it.
  void enter(String code) {
    page.locator("#code").fill("");
    page.locator("#code").pressSequentially(code);
    page.locator("#watch").click();
  }

  /// Waits until the picture moves on by a while.
  void awaitPlaying(double seconds) {
    page.waitForFunction("() => (document.querySelector('video')?.readyState ?? 0) >= 3");
    double from = currentTime();
    page.waitForFunction(
        "target => (document.querySelector('video')?.currentTime ?? 0) >= target", from + seconds);
  }

  /// Waits until the picture has moved on by a longer while.
  void awaitPlaying(double seconds, Duration patience) {
    page.waitForFunction(
        "target => document.querySelector('video').currentTime >= target",
        currentTime() + seconds,
        new Page.WaitForFunctionOptions().setTimeout((double) patience.toMillis()));
  }

  double currentTime() {
    return ((Number) page.evaluate(TIME)).doubleValue();
  }

  int brightDots() {
    return ((Number) page.evaluate(BRIGHT_DOTS)).intValue();
  }

  String awaitOverlay() {
    Locator text = page.locator("#overlay-text");
    text.waitFor(
        new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE).setTimeout(40_000));
    return text.textContent();
  }

  void backToEntry() {
    page.locator("#enter-another").click();
    page.locator("#code").waitFor();
  }

  String awaitRefusal() {
    Locator error = page.locator("#code-error:not([data-style=none])");
    error.waitFor();
    return error.textContent();
  }

  String awaitText(String selector) {
    page.locator(selector).waitFor();
    return page.locator(selector).textContent();
  }

  /// The hosts, with their ports, that the page has asked for anything.
  Set<String> hosts() {
    return Set.copyOf(hosts);
  }

  /// The status of every answer to the player's requests for segments so far.
  List<Integer> segmentAnswers() {
    return segments.stream().map(Response::status).toList();
  }

  /// Asks for the last segment once more, exactly as the player did.
  ///
  /// @return the status of the answer
  int repeatLastSegment() {
    Request last = segments.getLast().request();
    return page.request()
        .get(last.url(), RequestOptions.create().setHeader("Authorization", authorization(last)))
        .status();
  }

  /// Addresses of data and blobs name no host.
  private static String hostOf(String address) {
    return address.startsWith("http") ? URI.create(address).getAuthority() : "";
  }

  private static String authorization(Request request) {
    return Optional.ofNullable(request.headers().get("authorization")).orElse("");
  }

  /// A picture of the page with the player's controls on it, where there is a player.
  void picture(Path file) {
    page.mouse().move(MIDDLE_X, MIDDLE_Y);
    page.mouse().move(MIDDLE_X + 1, MIDDLE_Y);
    page.waitForTimeout(FADE_MILLIS);
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    page.context().close();
  }

  private void note(Response response) {
    if (response.url().contains(".ts")) {
      segments.add(response);
    }
  }
}
