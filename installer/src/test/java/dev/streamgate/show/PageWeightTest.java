package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Small, fast, and on nobody else's server.
@Isolated("what it measures takes a calm machine")
class PageWeightTest extends ViewerTest {
  private static final int MOST_SCRIPT_BYTES = 250_000;

  /// What a viewer waits for before the code can be typed.
  private static final int MOST_ENTRY_BYTES = 16_000;

  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final int ATTEMPTS = 3;

  /// Whether a script that is written into the page runs.
  private static final String INLINE_SCRIPT =
      """
      () => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        return window.ran === true;
      }
      """;

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

  @Test
  void theScriptsAreSmallAndEverythingComesFromThisServerUnderThePolicy() throws IOException {
    Show.Ticketed ticket = show().recorded("Light");
    Page page = visitor();
    List<String> complaints = new CopyOnWriteArrayList<>();
    List<Response> answers = new CopyOnWriteArrayList<>();
    page.onConsoleMessage(message -> note(message, complaints));
    page.onResponse(answers::add);
    try (ViewerPage viewer = arrive(page)) {
      viewer.watch(ticket.code());

      assertThat(viewer.hosts()).isSubsetOf(URI.create(show().portal()).getAuthority(), "");
      assertThat(complaints).isEmpty();
      assertThat(answers.getFirst().headerValue("content-security-policy"))
          .startsWith("default-src 'self';")
          .doesNotContain("script-src", "unsafe-eval");
      assertThat(page.evaluate(INLINE_SCRIPT)).isEqualTo(false);
      assertThat(page.evaluate("() => document.fonts.check('16px Inter')")).isEqualTo(true);
      int entry = packed(answers, "/assets/index-");
      int player = packed(answers, "/assets/visit-");
      System.out.printf("Script, gzipped: entry %d bytes, player %d bytes%n", entry, player);
      assertThat(entry).isBetween(1, MOST_ENTRY_BYTES);
      assertThat(packed(answers, "/assets/")).isBetween(entry + player, MOST_SCRIPT_BYTES);
    }
  }

  /// The best of a few, since the machine may be busy with other things.
  @Test
  void theFirstFrameIsThereSoon() {
    double best = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Show.Ticketed ticket = show().recorded("Quick");
      try (ViewerPage viewer = arrive()) {
        viewer.awaitSight("#code");
        Object time = viewer.page().evaluate(TIME_TO_FIRST_FRAME, ticket.code());
        best = Math.min(best, ((Number) time).doubleValue());
      }
    }
    System.out.printf("From the code to the first frame: %.0f ms%n", best);
    assertThat(best).isLessThanOrEqualTo((double) PATIENCE.toMillis());
  }

  @Test
  void anotherQualityIsThereWithinTwoSecondsAndNothingStops() {
    Show.Ticketed ticket = show().recorded("In two sizes");
    try (ViewerPage viewer = arrive()) {
      viewer.watch(ticket.code());
      viewer.page().waitForFunction("() => document.querySelector('video').videoHeight === 720");
      viewer.awaitPlaying(3);
      viewer.countStalls();
      viewer.press("m");
      viewer.page().locator("#quality").click();
      assertThat(viewer.page().locator(".menu:visible button").allInnerTexts())
          .containsExactly("Auto", "720p", "360p");
      double before = viewer.currentTime();
      long start = System.nanoTime();
      viewer.page().getByText("360p").click();
      viewer.page().waitForFunction("() => document.querySelector('video').videoHeight === 360");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(viewer.currentTime()).isBetween(before, before + 4);
      viewer.awaitPlaying(3);
      assertThat(viewer.stalls()).isZero();
      assertThat(viewer.video("videoHeight")).isEqualTo(360);
    }
  }

  private static void note(ConsoleMessage message, List<String> complaints) {
    if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
      complaints.add(message.text());
    }
  }

  /// The size of all scripts from addresses with this in them, as a server sends them.
  private static int packed(List<Response> answers, String part) throws IOException {
    int bytes = 0;
    for (Response answer : answers) {
      if (answer.url().contains(part) && answer.url().endsWith(".js")) {
        bytes += packed(answer.body());
      }
    }
    return bytes;
  }

  private static int packed(byte[] script) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(script);
    }
    return packed.size();
  }
}
