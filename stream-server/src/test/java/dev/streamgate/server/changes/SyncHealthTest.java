package dev.streamgate.server.changes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.streamgate.server.fixtures.MutableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SyncHealthTest {
  private final MutableClock clock = MutableClock.atNoon();
  private final SyncHealth health = new SyncHealth(clock, Optional.empty());
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(log);
  }

  @AfterEach
  void leave() {
    logger().detachAppender(log);
    logger().setLevel(null);
  }

  @Test
  void tellsWhenThePlatformWasLastHeard() {
    assertThat(health.lastHeard()).isEqualTo("never");

    health.heard();
    clock.advance(Duration.ofSeconds(25));

    assertThat(health.lastHeard()).isEqualTo("25s");
  }

  @Test
  void isAlarmingAfterFiveMinutesOfSilenceAndSaysSo() {
    health.heard();
    clock.advance(Duration.ofSeconds(299));
    health.report();
    assertThat(health.isAlarming()).isFalse();
    assertThat(log.list).isEmpty();

    clock.advance(Duration.ofSeconds(61));
    health.report();

    assertThat(health.isAlarming()).isTrue();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("ALERT: Revocation sync has been failing for 360s");
  }

  @Test
  void isAlarmingTooIfThePlatformWasNeverHeard() {
    clock.advance(SyncHealth.ALARMING);

    assertThat(health.isAlarming()).isTrue();
  }

  @Test
  void tellsOnceThatItFailsAndOnceThatItWorksAgain() {
    health.failed("nobody answers");
    health.failed("nobody answers");
    health.heard();
    health.heard();

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Revocation sync fails, going on with what is known: nobody answers",
            "Revocation sync works again");
    assertThat(health.failures()).isEqualTo(2);
  }

  @Test
  void isNeverBlindUnlessALimitIsSet() {
    clock.advance(Duration.ofDays(20));

    assertThat(health.isBlind()).isFalse();
  }

  @Test
  void withALimitItIsBlindUntilItHearsThePlatformAndWhenItHasNotForTooLong() {
    SyncHealth strict = new SyncHealth(clock, Optional.of(Duration.ofSeconds(60)));
    assertThat(strict.isBlind()).isTrue();

    strict.heard();
    clock.advance(Duration.ofSeconds(60));
    assertThat(strict.isBlind()).isFalse();

    clock.advance(Duration.ofSeconds(1));
    assertThat(strict.isBlind()).isTrue();
    strict.heard();
    assertThat(strict.isBlind()).isFalse();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(SyncHealth.class);
  }
}
