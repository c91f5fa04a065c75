package dev.streamgate.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.insight.ConsoleMessage.Kind;
import dev.streamgate.server.insight.Mailbox.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private static final long NOON = 12;
  private static final int MEGABYTE = 1 << 20;

  private final AtomicInteger cuts = new AtomicInteger();
  private final Mailbox mailbox =
      new Mailbox("acc-1", EnumSet.of(Kind.TICKETS, Kind.CLOSING), cuts::incrementAndGet);

  @Test
  void messagesComeInTheirOrder() throws InterruptedException {
    Letter first = letter(1, NOON);
    Letter second = letter(1, NOON);
    mailbox.put(first);
    mailbox.put(second);

    assertThat(mailbox.take(Duration.ZERO)).contains(first);
    assertThat(mailbox.take(Duration.ZERO)).contains(second);
    assertThat(mailbox.take(Duration.ZERO)).isEmpty();
    assertThat(mailbox.isFinished()).isFalse();
  }

  @Test
  void whatIsNotForThisConsoleIsLeftOut() throws InterruptedException {
    mailbox.put(new Letter(Kind.VIEWERS, new byte[1], NOON));

    assertThat(mailbox.take(Duration.ZERO)).isEmpty();
  }

  @Test
  void aConsoleThatLetsTooMuchPileUpIsCutOff() {
    for (int i = 0; i < 16; i++) {
      mailbox.put(letter(MEGABYTE, NOON));
    }
    assertThat(cuts).hasValue(0);

    mailbox.put(letter(1, NOON));
    mailbox.put(letter(1, NOON));

    assertThat(cuts).hasValue(1);
    assertThat(mailbox.isFinished()).isTrue();
  }

  @Test
  void aConsoleThatDoesNotReadForLongIsCutOff() {
    mailbox.put(letter(1, NOON));
    mailbox.put(letter(1, NOON + Duration.ofSeconds(30).toNanos()));
    assertThat(cuts).hasValue(0);

    mailbox.put(letter(1, NOON + Duration.ofSeconds(31).toNanos()));

    assertThat(cuts).hasValue(1);
  }

  @Test
  void theLastMessageIsStillTaken() throws InterruptedException {
    Letter last = new Letter(Kind.CLOSING, new byte[1], NOON);
    mailbox.close(last);
    mailbox.put(letter(1, NOON));

    assertThat(mailbox.isFinished()).isFalse();
    assertThat(mailbox.take(Duration.ZERO)).contains(last);
    assertThat(mailbox.isFinished()).isTrue();
  }

  @Test
  void nothingThatIsToldMeanwhileComesAfterTheLastMessage() throws InterruptedException {
    for (int round = 0; round < 2000; round++) {
      Mailbox raced = new Mailbox("acc-1", EnumSet.allOf(Kind.class), cuts::incrementAndGet);
      CountDownLatch start = new CountDownLatch(1);
      Thread teller =
          Thread.ofPlatform()
              .start(() -> {
                start.countDown();
                for (int i = 0; i < 200; i++) {
                  raced.put(letter(1, NOON));
                }
              });
      start.await();
      raced.close(new Letter(Kind.CLOSING, new byte[1], NOON));
      teller.join();

      assertThat(kindsIn(raced)).containsOnlyOnce(Kind.CLOSING).endsWith(Kind.CLOSING);
    }
  }

  private static List<Kind> kindsIn(Mailbox mailbox) throws InterruptedException {
    List<Kind> kinds = new ArrayList<>();
    while (!mailbox.isFinished()) {
      mailbox.take(Duration.ZERO).map(Letter::kind).ifPresent(kinds::add);
    }
    return kinds;
  }

  private static Letter letter(int bytes, long at) {
    return new Letter(Kind.TICKETS, new byte[bytes], at);
  }
}
