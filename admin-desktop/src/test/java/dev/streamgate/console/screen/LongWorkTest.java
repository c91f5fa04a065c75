package dev.streamgate.console.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.stand.Desk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongWorkTest {
  private final Desk desk = new Desk();
  private final List<String> ends = new ArrayList<>();

  private LongWork.Job begin() {
    return desk.work.begin(
        "Backup",
        progress -> Answer.of("file"),
        new LongWork.Ends<>(ends::add, failure -> ends.add("failed"), () -> ends.add("reloaded")));
  }

  @Test
  void aJobIsListedWhileItRuns() {
    desk.tasks.hold();
    begin();
    assertThat(desk.work.jobs()).extracting(LongWork.Job::name).containsExactly("Backup");
    desk.tasks.release();
    assertThat(desk.work.jobs()).isEmpty();
    assertThat(ends).containsExactly("file");
  }

  @Test
  void aCancelledJobMayHaveBeenDoneAndIsLookedFor() {
    desk.tasks.hold();
    begin().cancel();
    desk.tasks.release();
    assertThat(desk.said()).isEqualTo("The server may have finished this already.");
    assertThat(ends).containsExactly("reloaded");
  }
}
