package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Small, fast, and on nobody else's server.
@TestInstance(Lifecycle.PER_CLASS)
class PageWeightTest {
  private static final int MOST_SCRIPT_BYTES = 250_000;
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final int ATTEMPTS = 3;

  /// From the press of the button to the first frame that is shown, in milliseconds.
  private static final String TIME_TO_FIRST_FRAME =
      """
      code => new Promise((resolve) => {
        document.querySelector('#code').value = code;
        const start = performance.now();
        new MutationObserver((_, observer) => {
          const video = document.querySelector('video');
          if (!video) return;
          observer.disconnect();
          video.requestVideoFrameCallback(() => resolve(performance.now() - start));
        }).observe(document.body, { childList: true, subtree: true });
        document.querySelector('#watch').click();
      })
      """;

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
  void theScriptsAreSmallAndEverythingComesFromThisServerUnderThePolicy() throws IOException {
    Show.Ticketed ticket = show.recorded("Light");
    Page page = browser.newVisitor();
    List<String> complaints = new CopyOnWriteArrayList<>();
    List<Response> answers = new CopyOnWriteArrayList<>();
    page.onConsoleMessage(message -> note(message, complaints));
    page.onResponse(answers::add);
    try (ViewerPage viewer = new ViewerPage(page, show.portal())) {
      viewer.watch(ticket.code());

      assertThat(viewer.hosts()).isSubsetOf(URI.create(show.portal()).getAuthority(), "");
      assertThat(complaints).isEmpty();
      assertThat(page.evaluate("() => document.fonts.check('16px Inter')")).isEqualTo(true);
      int scripts = 0;
      for (Response answer : answers.stream().filter(a -> a.url().endsWith(".js")).toList()) {
        scripts += packed(answer.body());
      }
      assertThat(scripts).isBetween(1, MOST_SCRIPT_BYTES);
    }
  }

  /// The best of a few, since the machine may be busy with other things.
  @Test
  void theFirstFrameIsThereSoon() {
    double best = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Show.Ticketed ticket = show.recorded("Quick");
      try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), show.portal())) {
        viewer.awaitSight("#code");
        Object time = viewer.page().evaluate(TIME_TO_FIRST_FRAME, ticket.code());
        best = Math.min(best, ((Number) time).doubleValue());
      }
    }
    System.out.printf("From the code to the first frame: %.0f ms%n", best);
    assertThat(best).isLessThanOrEqualTo((double) PATIENCE.toMillis());
  }

  private static void note(ConsoleMessage message, List<String> complaints) {
    if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
      complaints.add(message.text());
    }
  }

  private static int packed(byte[] script) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(script);
    }
    return packed.size();
  }
}
