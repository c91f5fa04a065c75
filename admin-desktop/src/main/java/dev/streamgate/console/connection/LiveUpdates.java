package dev.streamgate.console.connection;

import dev.streamgate.console.api.LiveApi;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Follows what the server tells consoles, from sign-in to sign-out, and begins anew when the
/// stream breaks. Screens ask by themselves as long as it does not follow.
public final class LiveUpdates {
  /// Seconds before the first, second … new beginning; the last one stays.
  private static final List<Integer> PAUSES = List.of(1, 2, 5, 10, 30);

  private final LiveApi api;
  private final TaskRunner tasks;
  private final ServerCalls calls;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper();
  private final List<Consumer<ConsoleMessage>> listeners = new ArrayList<>();
  private Running stream = Running.NOTHING;
  private Running pause = Running.NOTHING;
  private int attempts;
  private int generation;

  public LiveUpdates(LiveApi api, TaskRunner tasks, ServerCalls calls) {
    this.api = api;
    this.tasks = tasks;
    this.calls = calls;
  }

  /// Whether the server tells of changes by itself at present.
  public ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /// To be told of every message, on the UI thread.
  public void listen(Consumer<ConsoleMessage> listener) {
    listeners.add(listener);
  }

  public void start() {
    stop();
    attempts = 0;
    follow();
  }

  public void stop() {
    generation++;
    stream.cancel();
    pause.cancel();
    following.set(false);
  }

  private void follow() {
    int mine = generation;
    stream =
        tasks.run(
            () -> api.follow(message -> tasks.soon(() -> tell(mine, message))),
            ended -> ended(mine),
            broken -> ended(mine));
  }

  private void tell(int since, ConsoleMessage message) {
    if (since != generation) {
      return;
    }
    if (message instanceof ConsoleMessage.Opening) {
      attempts = 0;
      following.set(true);
    }
    List.copyOf(listeners).forEach(listener -> listener.accept(message));
  }

  /// A stream that breaks is often the first sign of a server that is gone: it is looked for at
  /// once.
  private void ended(int since) {
    if (since != generation) {
      return;
    }
    boolean wasFollowing = following.get();
    following.set(false);
    if (wasFollowing) {
      calls.connection().tryNow();
    }
    int seconds = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
    attempts++;
    pause = tasks.after(Duration.ofSeconds(seconds), this::follow);
  }
}
