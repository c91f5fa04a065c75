package dev.streamgate.console.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import dev.streamgate.model.changes.ChangeReceipt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {
  private final Desk desk = new Desk();

  @Test
  void aConfirmedChangeTellsAfterHowLong() {
    desk.confirmations.follow(new ChangeReceipt(7));
    assertThat(desk.said()).isEqualTo("Blocked on this server.");
    desk.tasks.pass(Duration.ofMillis(250));
    assertThat(desk.said()).isEqualTo("Blocked on all servers after 0.8 s.");
  }

  @Test
  void whatIsAwaitedIsNamedUntilItConfirms() {
    desk.server.operation().confirmedAfterMs = null;
    desk.confirmations.follow(new ChangeReceipt(7));
    desk.tasks.pass(Duration.ofSeconds(2));
    assertThat(desk.said()).startsWith("Not yet confirmed by: edge-eu (last seen");
    desk.server.operation().confirmedAfterMs = 2_400L;
    desk.tasks.pass(Duration.ofSeconds(2));
    assertThat(desk.said()).isEqualTo("Blocked on all servers after 2.4 s.");
  }

  @Test
  void somethingNewerInTheStatusLineIsNotWrittenOver() {
    desk.confirmations.follow(new ChangeReceipt(7));
    desk.status.say("Saved.");
    desk.tasks.pass(Duration.ofMinutes(1));
    assertThat(desk.said()).isEqualTo("Saved.");
    assertThat(desk.server.asked()).doesNotContain("confirmation");
  }

  @Test
  void theWayBackStaysOffered() {
    desk.confirmations.follow(new ChangeReceipt(7), "Undo", () -> {});
    desk.tasks.pass(Duration.ofMillis(250));
    assertThat(desk.status.noticeProperty().get().actionLabel()).isEqualTo("Undo");
  }
}
