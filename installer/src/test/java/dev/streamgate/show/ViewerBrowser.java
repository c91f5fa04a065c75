package dev.streamgate.show;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A viewer's browser: the system's Chromium, which plays real H.264, and with sound only after the
/// viewer has done something.
final class ViewerBrowser implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = playwright.chromium().launch(options());

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
                "--autoplay-policy=document-user-activation-required"));
  }

  private static String executable() {
    return Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
  }
}
