package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/// One real show from end to end: the demonstration as its user starts it, a real browser playing
/// real video, and staff at the real console.
@TestInstance(Lifecycle.PER_CLASS)
@ResourceLock(StaffConsole.LOCK)
class OneShowTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int CLEARLY_NOT_BLACK = 200;

  private DemoProcess demo;
  private ViewerBrowser browser;

  @BeforeAll
  void start() throws IOException {
    browser = new ViewerBrowser();
    demo = DemoProcess.start(Path.of("target", "demo.log"));
  }

  @AfterAll
  void stop() {
    try {
      browser.close();
    } finally {
      demo.close();
    }
  }

  @Test
  void aCodeBecomesAPlayingVideoAndStaffTakeItAwayAndGiveItBack(@TempDir Path folder)
      throws TimeoutException {
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), demo.portal());
        StaffConsole staff = StaffConsole.open(demo.server(), folder.resolve("preferences"))) {
      viewer.picture(PICTURES.resolve("show-1-entry.png"));
      viewer.enter(demo.liveCode());
      viewer.awaitPlaying(3);
      viewer.picture(PICTURES.resolve("show-2-playing.png"));
      assertThat(viewer.brightDots()).isGreaterThan(CLEARLY_NOT_BLACK);
      assertThat(viewer.segmentAnswers()).isNotEmpty().containsOnly(200);
      assertThat(viewer.repeatLastSegment()).isEqualTo(200);

      staff.signIn(demo.password());
      staff.picture(PICTURES.resolve("show-3-dashboard.png"));
      staff.findTicket(demo.liveCode());
      staff.confirmed("#revokeTicket", "#unrevokeTicket");
      staff.picture(PICTURES.resolve("show-4-revoked-in-console.png"));

      assertThat(viewer.awaitOverlay()).isEqualTo("Your access has been revoked");
      viewer.picture(PICTURES.resolve("show-5-revoked.png"));
      assertThat(viewer.repeatLastSegment()).isEqualTo(403);

      staff.confirmed("#unrevokeTicket", "#revokeTicket");
      viewer.backToEntry();
      viewer.enter(demo.liveCode());
      viewer.awaitPlaying(3);
      viewer.picture(PICTURES.resolve("show-6-playing-again.png"));
      assertThat(viewer.hosts()).isSubsetOf(URI.create(demo.portal()).getAuthority(), "");
    }
  }

  @Test
  void staffLookAtAnEventInTheirBrowser(@TempDir Path folder)
      throws TimeoutException, InterruptedException {
    try (StaffConsole staff = StaffConsole.open(demo.server(), folder.resolve("preferences"))) {
      staff.signIn(demo.password());
      staff.click("#navEvents");
      staff.click("#openEvent");
      staff.clickWhenReady("#previewEvent");
      try (ViewerPage preview = new ViewerPage(browser.newVisitor(), staff.awaitOpened())) {
        // The newest event is the one that is still to come.
        assertThat(preview.awaitText("#stream-status p")).isEqualTo("Waiting for stream to start");
        assertThat(preview.page().url()).isEqualTo(demo.portal());
      }
    }
  }

  @Test
  void aSecondDeviceIsToldThatTheCodeIsInUse() {
    try (ViewerPage first = new ViewerPage(browser.newVisitor(), demo.portal());
        ViewerPage second = new ViewerPage(browser.newVisitor(), demo.portal())) {
      first.enter(demo.recordingCode());
      first.awaitPlaying(1);
      second.enter(demo.recordingCode());

      assertThat(second.awaitRefusal())
          .startsWith("This access code is currently being viewed on another device.");
    }
  }

  @Test
  void whoComesEarlyWaits() {
    try (ViewerPage viewer = new ViewerPage(browser.newVisitor(), demo.portal())) {
      viewer.enter(demo.upcomingCode());

      assertThat(viewer.awaitText("#waiting")).contains("Jazz in the Courtyard");
      viewer.picture(PICTURES.resolve("show-7-waiting.png"));
    }
  }
}
