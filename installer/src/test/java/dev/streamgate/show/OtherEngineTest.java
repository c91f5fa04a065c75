package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same show in a browser of another make, where the system has one.
class OtherEngineTest {
  private static final int WINDOW = 6;
  private static final String ENTER = "\uE007";

  @Test
  void firefoxEntersPlaysAndIsToldOfARevocation(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    Assumptions.assumeTrue(Files.isExecutable(Firefox.PROGRAM), "there is no " + Firefox.PROGRAM);
    try (Show show = Show.start(folder.resolve("server"))) {
      Show.Ticketed ticket = show.announce(Billing.running("Elsewhere"));
      try (Encoder _ = Encoder.begin(ticket.folder(), WINDOW, Duration.ofMinutes(1));
          Firefox firefox = new Firefox(folder.resolve("profile"))) {
        firefox.open(show.portal());
        firefox.await("document.activeElement.id === 'code'");
        firefox.type(ticket.code() + ENTER);
        firefox.await("document.querySelector('video')?.currentTime > 1");
        firefox.await("document.querySelector('video').videoHeight > 0");
        show.revoke(ticket);

        firefox.await("document.querySelector('#overlay-text')");
        assertThat(firefox.evaluate("document.querySelector('#overlay-text').textContent"))
            .isEqualTo("Your access has been revoked");
      }
    }
  }
}
