package dev.streamgate.console.stand;

import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does work at once, and what is meant for later when the test lets time pass.
public final class TestTasks implements TaskRunner {
  private final List<Later> waiting = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;
  private long nowMillis;

  private record Later(long atMillis, Runnable action) {}

  @Override
  public <T> Running run(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> broken) {
    Runnable job = () -> doNow(work, done, broken);
    if (holding) {
      held.add(job);
      return () -> held.remove(job);
    }
    job.run();
    return Running.NOTHING;
  }

  @Override
  public Running after(Duration delay, Runnable action) {
    Later later = new Later(nowMillis + delay.toMillis(), action);
    waiting.add(later);
    return () -> waiting.remove(later);
  }

  @Override
  public void soon(Runnable action) {
    action.run();
  }

  /// From now on work waits for `release`, as if the server were slow.
  public void hold() {
    holding = true;
  }

  public void release() {
    holding = false;
    List<Runnable> jobs = List.copyOf(held);
    held.clear();
    jobs.forEach(Runnable::run);
  }

  /// Lets time pass, doing what falls due on the way.
  public void pass(Duration time) {
    long end = nowMillis + time.toMillis();
    for (Optional<Later> next = due(end); next.isPresent(); next = due(end)) {
      waiting.remove(next.get());
      nowMillis = next.get().atMillis();
      next.get().action().run();
    }
    nowMillis = end;
  }

  /// The time that has passed.
  public Duration elapsed() {
    return Duration.ofMillis(nowMillis);
  }

  private Optional<Later> due(long end) {
    return waiting.stream()
        .filter(later -> later.atMillis() <= end)
        .min(Comparator.comparingLong(Later::atMillis));
  }

  private static <T> void doNow(
      Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> broken) {
    T result;
    try {
      result = work.get();
    } catch (RuntimeException e) {
      broken.accept(e);
      return;
    }
    done.accept(result);
  }
}
