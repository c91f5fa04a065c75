package dev.streamgate.console.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.Done;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.console.stand.TestTasks;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.staff.StaffRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LiveUpdatesTest {
  private static final ConsoleMessage OPENING =
      new ConsoleMessage.Opening(Samples.NOW, StaffRole.OWNER, List.of());

  private final TestTasks tasks = new TestTasks();
  private final ConnectionWatch watch = new ConnectionWatch(tasks, () -> Samples.NOW);
  private final List<String> follows = new ArrayList<>();
  private final List<ConsoleMessage> heard = new ArrayList<>();
  private boolean opens = true;
  private int looks;

  private final LiveUpdates live =
      new LiveUpdates(this::follow, tasks, new ServerCalls(tasks, watch));

  LiveUpdatesTest() {
    watch.tryBy(() -> looks++);
    live.listen(heard::add);
  }

  /// A stream that opens, if it does, and breaks.
  private Answer<Done> follow(Consumer<ConsoleMessage> each) {
    follows.add("follow");
    if (opens) {
      each.accept(OPENING);
    }
    return Answer.failed(new ApiFailure.Unreachable("broken"));
  }

  @Test
  void aBrokenStreamIsFollowedAnewAndTheServerLookedForAtOnce() {
    live.start();
    assertThat(heard).containsExactly(OPENING);
    assertThat(live.followingProperty().get()).isFalse();
    assertThat(looks).isEqualTo(1);
    tasks.pass(Duration.ofSeconds(1));
    assertThat(follows).hasSize(2);
  }

  @Test
  void aServerWithoutAStreamIsAskedSeldom() {
    opens = false;
    live.start();
    tasks.pass(Duration.ofSeconds(18));
    assertThat(follows).hasSize(5);
    tasks.pass(Duration.ofSeconds(29));
    assertThat(follows).hasSize(5);
    assertThat(looks).isZero();
  }

  @Test
  void afterTheSignOutNothingIsFollowed() {
    live.start();
    live.stop();
    tasks.pass(Duration.ofMinutes(5));
    assertThat(follows).hasSize(1);
  }
}
