package dev.streamgate.show;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Tests of what a viewer sees: one server and one browser for all tests of a class, and a new
/// visitor for each of them.
@TestInstance(Lifecycle.PER_CLASS)
abstract class ViewerTest {
  /// So few segments leave no room to go back in.
  static final int SHORT_WINDOW = 6;

  private ViewerBrowser browser;
  private Show show;

  @BeforeAll
  void open(@TempDir Path folder) {
    browser = new ViewerBrowser();
    show = Show.start(folder, settings());
  }

  @AfterAll
  void close() {
    try {
      browser.close();
    } finally {
      show.close();
    }
  }

  /// The server's configuration, where the usual one will not do.
  Map<String, String> settings() {
    return Map.of();
  }

  Show show() {
    return show;
  }

  ViewerBrowser browser() {
    return browser;
  }

  /// A page that has not been opened yet, of somebody who brings no cookies.
  Page visitor() {
    return browser.newVisitor();
  }

  /// The portal as a new visitor finds it.
  ViewerPage arrive() {
    return arrive(visitor());
  }

  ViewerPage arrive(Browser.NewContextOptions device) {
    return arrive(browser.newVisitor(device));
  }

  /// The portal on a page that was prepared.
  ViewerPage arrive(Page page) {
    return new ViewerPage(page, show.portal());
  }

  /// An event that is on, whose encoder has been running for a minute.
  Encoder broadcast(Show.Ticketed event) {
    return Encoder.begin(event.folder(), SHORT_WINDOW, Duration.ofMinutes(1));
  }

  /// The statuses of all answers from addresses with this in them, from now on.
  static List<Integer> statuses(Page page, String part) {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    page.onResponse((Response response) -> {
      if (response.url().contains(part)) {
        seen.add(response.status());
      }
    });
    return seen;
  }

  /// All requests to addresses with this in them, from now on.
  static List<String> requests(Page page, String part) {
    List<String> seen = new CopyOnWriteArrayList<>();
    page.onRequest(request -> {
      if (request.url().contains(part)) {
        seen.add(request.url());
      }
    });
    return seen;
  }
}
