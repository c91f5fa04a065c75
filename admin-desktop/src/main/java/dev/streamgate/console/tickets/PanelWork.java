package dev.streamgate.console.tickets;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.screen.LongWork;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;

/// The one piece of long work a panel has, which its "Cancel" gives up.
///
/// The panel stays until the work is done, so that nothing typed is lost when it fails.
final class PanelWork {
  private final LongWork work;
  private final BooleanProperty busy;
  private LongWork.@Nullable Job job;

  /// @param busy true while it is under way
  PanelWork(LongWork work, BooleanProperty busy) {
    this.work = work;
    this.busy = busy;
  }

  /// Begins it; whatever comes of it, it is over before `ends` is told.
  <T> void begin(String name, Supplier<Answer<T>> question, LongWork.Ends<T> ends) {
    busy.set(true);
    LongWork.Job begun =
        work.begin(
            name,
            progress -> question.get(),
            new LongWork.Ends<>(
                after(ends.given()),
                this.<ApiFailure>after(ends.failed()),
                () -> {
                  over();
                  ends.reload().run();
                }));
    job = busy.get() ? begun : null;
  }

  /// Gives it up if it is under way; returns whether it was.
  boolean cancel() {
    LongWork.Job running = job;
    if (running == null) {
      return false;
    }
    running.cancel();
    return true;
  }

  private <T> Consumer<T> after(Consumer<T> next) {
    return value -> {
      over();
      next.accept(value);
    };
  }

  private void over() {
    job = null;
    busy.set(false);
  }
}
