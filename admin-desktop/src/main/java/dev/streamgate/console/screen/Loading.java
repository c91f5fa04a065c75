package dev.streamgate.console.screen;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.task.TaskRunner;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// The loading of a screen: one request at a time, of which only the newest matters, and the state
/// of the screen that follows from it.
public final class Loading {
  private final ServerCalls calls;
  private final ScreenStatus status;
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private TaskRunner.Running request = TaskRunner.Running.NOTHING;

  public Loading(ServerCalls calls, FailureTexts failures) {
    this.calls = calls;
    this.status = new ScreenStatus(failures);
  }

  public ScreenStatus status() {
    return status;
  }

  public BooleanProperty busyProperty() {
    return busy;
  }

  public ServerCalls calls() {
    return calls;
  }

  /// Asks, and hands a given answer to `show`, which says whether there is nothing to be seen.
  public <T> void load(Supplier<Answer<T>> question, Predicate<T> show) {
    request.cancel();
    status.loading();
    request = calls.ask(busy, question, given -> status.loaded(show.test(given)), status::failed);
  }
}
