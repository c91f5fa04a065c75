package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The way in: what is typed, pasted or linked, and what the server says to it.
@TestInstance(Lifecycle.PER_CLASS)
class EntryTest {
  private static final String WELL_FORMED_BUT_UNKNOWN = "0123-4567-89AB";

  private ViewerBrowser browser;
  private Show show;

  @BeforeAll
  void start(@TempDir Path folder) {
    browser = new ViewerBrowser();
    show = Show.start(folder);
  }

  @AfterAll
  void stop() {
    try {
      browser.close();
    } finally {
      show.close();
    }
  }

  @Test
  void aCodeLinkPlaysByItselfAndLeavesTheAddressBar() {
    Show.Ticketed ticket = show.recorded("Linked");
    String link = show.portal() + "#code=" + ticket.code();
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), link)) {
      viewer.awaitPlaying(1);

      assertThat(viewer.page().url()).isEqualTo(show.portal());
    }
  }

  @Test
  void aCodeMayBePastedInLowerCaseWithBlanks() {
    Show.Ticketed ticket = show.recorded("Pasted");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      Page page = viewer.page();
      page.locator("#code")
          .fill("  " + ticket.code().toLowerCase(Locale.ROOT).replace("-", " ") + " ");
      page.keyboard().press("Enter");

      viewer.awaitPlaying(1);
    }
  }

  @Test
  void aWrongCheckSymbolNeverReachesTheServer() {
    show.recorded("Printed codes only");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      List<String> validations = validations(viewer.page());
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
  void whoLeavesDuringTheCheckMarkGivesTheSeatBack() {
    Show.Ticketed ticket = show.recorded("Left at once");
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.enter(ticket.code());
      viewer.page().waitForSelector("#watch[data-phase=accepted]");
      viewer.page().navigate("about:blank");

      viewer.page().waitForCondition(() -> show.sessions(ticket) == 0);
    }
  }

  @Test
  void theSwitchChangesTheLanguageAndIsRemembered() {
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
      viewer.page().locator("[data-language=de]").click();

      assertThat(viewer.awaitText("h1")).isEqualTo("Zugangscode eingeben");
      viewer.page().reload();
      assertThat(viewer.awaitText("h1")).isEqualTo("Zugangscode eingeben");
    }
  }

  @Test
  void supportCanCopyDetailsWithoutTokenOrCode() {
    Show.Ticketed ticket = show.recorded("Debugged");
    List<String> console = new CopyOnWriteArrayList<>();
    Page page = browser.newVisitor();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.onConsoleMessage(message -> console.add(message.text()));
    try (ViewerPage viewer = new ViewerPage(page, show.portal() + "?debug=1")) {
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

  private static List<String> validations(Page page) {
    List<String> seen = new CopyOnWriteArrayList<>();
    page.onRequest(request -> {
      if (request.url().endsWith("/api/tokens/validate")) {
        seen.add(request.url());
      }
    });
    return seen;
  }
}
