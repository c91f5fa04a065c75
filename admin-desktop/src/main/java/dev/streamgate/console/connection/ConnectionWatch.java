package dev.streamgate.console.connection;

import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whether the server answers; once it does not, counts down to the next attempt.
public final class ConnectionWatch {
  /// Seconds before the first, second … attempt; the last one stays.
  private static final List<Integer> PAUSES = List.of(1, 2, 5, 10, 30);

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TaskRunner tasks;
  private final InstantSource clock;
  private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyIntegerWrapper secondsToRetry = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Instant> lastAnswer = new ReadOnlyObjectWrapper<>();
  private Runnable attempt = () -> {};
  private Running countdown = Running.NOTHING;
  private boolean counting;
  private int attempts;

  public ConnectionWatch(TaskRunner tasks, InstantSource clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /// What to do to find out whether the server is back; ends in `answered` or `lost`.
  public void tryBy(Runnable tryAgain) {
    attempt = tryAgain;
  }

  public ReadOnlyBooleanProperty onlineProperty() {
    return online.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty secondsToRetryProperty() {
    return secondsToRetry.getReadOnlyProperty();
  }

  /// When the server last answered; empty before the first answer.
  public ReadOnlyObjectProperty<@Nullable Instant> lastAnswerProperty() {
    return lastAnswer.getReadOnlyProperty();
  }

  public void answered() {
    stopCounting();
    attempts = 0;
    lastAnswer.set(clock.instant());
    online.set(true);
  }

  /// Begins to count down to the next attempt. Several requests that fail together are one loss.
  public void lost() {
    if (counting) {
      return;
    }
    counting = true;
    online.set(false);
    secondsToRetry.set(PAUSES.get(Math.min(attempts, PAUSES.size() - 1)));
    attempts++;
    countdown = tasks.after(SECOND, this::tick);
  }

  /// Somebody answered, but not as a StreamGate server does, such as a proxy before one that is not
  /// up yet: nothing is lost by that, but what was lost is not back either.
  public void answeredByAnother() {
    if (!online.get()) {
      lost();
    }
  }

  public void tryNow() {
    stopCounting();
    attempt.run();
  }

  /// Stops trying, as there is nobody signed in to try for.
  public void rest() {
    stopCounting();
    attempts = 0;
    online.set(true);
  }

  private void tick() {
    secondsToRetry.set(secondsToRetry.get() - 1);
    if (secondsToRetry.get() <= 0) {
      counting = false;
      attempt.run();
    } else {
      countdown = tasks.after(SECOND, this::tick);
    }
  }

  private void stopCounting() {
    countdown.cancel();
    counting = false;
  }
}
