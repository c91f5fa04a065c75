package dev.streamgate.show;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A viewer's browser: the system's Chromium, which plays real H.264.
final class ViewerBrowser implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  /// What Playwright tells the browser lest hidden tabs be slow.
  private static final List<String> AGAINST_SLOWNESS =
      List.of(
          "--disable-background-timer-throttling",
          "--disable-backgrounding-occluded-windows",
          "--disable-renderer-backgrounding");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;

  ViewerBrowser() {
    this(List.of());
  }

  private ViewerBrowser(List<String> withoutArguments) {
    browser = playwright.chromium().launch(options().setIgnoreDefaultArgs(withoutArguments));
  }

  /// A browser as people have it, which slows down tabs that nobody sees.
  static ViewerBrowser thatSlowsHiddenTabs() {
    return new ViewerBrowser(AGAINST_SLOWNESS);
  }

  /// Opens another tab before a page, so that nobody sees the page any more.
  static void hide(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    JsonObject off = new JsonObject();
    off.addProperty("enabled", false);
    session.send("Emulation.setFocusEmulationEnabled", off);
    page.context().newPage().bringToFront();
  }

  /// A page of a new visitor, who brings no cookies.
  Page newVisitor() {
    return newVisitor(WIDTH, HEIGHT);
  }

  /// A page of a new visitor with a screen of this size, in CSS pixels.
  Page newVisitor(int width, int height) {
    return newVisitor(
        new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en-GB"));
  }

  /// A page of a new visitor whose browser is set up like this.
  Page newVisitor(Browser.NewContextOptions options) {
    return browser.newContext(options).newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(executable()))
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=no-user-gesture-required"));
  }

  private static String executable() {
    return Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
  }
}
