package dev.streamgate.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.stand.Desk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageChangeTest {
  private final Desk desk = new Desk();
  private final List<String> done = new ArrayList<>();
  private boolean touched;

  @Test
  void withNothingToLoseItChangesAtOnce() {
    change();
    assertThat(done).containsExactly("changed");
    assertThat(desk.dialogs.asked()).isEmpty();
  }

  @Test
  void whatIsTypedIsLostOnlyOnceAgreed() {
    touched = true;
    desk.dialogs.declines();
    change();
    assertThat(done).containsExactly("declined");
    desk.dialogs.agrees();
    change();
    assertThat(done).containsExactly("declined", "changed");
  }

  @Test
  void aRunningTaskIsAskedAboutToo() {
    desk.tasks.hold();
    desk.work.begin(
        "Backup",
        progress -> Answer.of("saved"),
        new LongWork.Ends<>(saved -> {}, failure -> {}, () -> {}));
    desk.dialogs.declines();
    change();
    assertThat(done).containsExactly("declined");
    assertThat(desk.work.jobs()).as("goes on").hasSize(1);
  }

  private void change() {
    new LanguageChange(desk.work, desk.dialogs, Desk.texts(ShellViewModel.class), () -> touched)
        .ask(() -> done.add("changed"), () -> done.add("declined"));
  }
}
