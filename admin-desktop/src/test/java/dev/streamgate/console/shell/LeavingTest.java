package dev.streamgate.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.stand.Desk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavingTest {
  private final Desk desk = new Desk();
  private final List<String> happened = new ArrayList<>();
  private boolean hosting;
  private boolean typed;

  private final Leaving leaving =
      new Leaving(
          desk.work,
          desk.dialogs,
          Desk.texts(Leaving.class),
          new Leaving.Typed(() -> typed, desk.discarding),
          new Leaving.Host() {
            @Override
            public boolean isUp() {
              return hosting;
            }

            @Override
            public void end(Runnable after) {
              hosting = false;
              happened.add("server ended");
              after.run();
            }
          });

  private boolean close() {
    return leaving.mayClose(() -> happened.add("closed"));
  }

  @Test
  void withNothingGoingOnTheWindowCloses() {
    assertThat(close()).isTrue();
    assertThat(desk.dialogs.asked()).isEmpty();
  }

  @Test
  void whileATaskRunsItAsks() {
    desk.tasks.hold();
    desk.work.begin(
        "Backup",
        progress -> Answer.of(1),
        new LongWork.Ends<>(done -> {}, failure -> {}, () -> {}));
    desk.dialogs.declines();
    assertThat(close()).isFalse();
    assertThat(happened).isEmpty();
    assertThat(desk.dialogs.asked().getFirst().text())
        .isEqualTo("Close while a task is running? The server may finish it or not.");
  }

  @Test
  void whatIsTypedIsNotLostUnasked() {
    typed = true;
    desk.dialogs.declines();
    assertThat(close()).isFalse();
    assertThat(happened).isEmpty();
    assertThat(desk.dialogs.asked().getFirst().text()).isEqualTo("Discard your changes?");
  }

  @Test
  void whoDiscardsLeavesAndIsStillAskedAboutTheServer() {
    typed = true;
    hosting = true;
    assertThat(close()).isFalse();
    assertThat(desk.dialogs.asked()).hasSize(1);
    assertThat(happened).containsExactly("server ended", "closed");
  }

  @Test
  void aServerOnThisComputerEndsFirst() {
    hosting = true;
    assertThat(close()).isFalse();
    assertThat(happened).containsExactly("server ended", "closed");
  }
}
