package dev.streamgate.console.tickets;

import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import java.time.Duration;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Copies codes, and for two seconds remembers which one, for the tick beside it.
public final class CodeCopies {
  private static final Duration TICK = Duration.ofSeconds(2);

  private final Clipboard clipboard;
  private final TaskRunner tasks;
  private final ReadOnlyStringWrapper copiedId = new ReadOnlyStringWrapper("");
  private Running fading = Running.NOTHING;

  public CodeCopies(Clipboard clipboard, TaskRunner tasks) {
    this.clipboard = clipboard;
    this.tasks = tasks;
  }

  /// The id of the ticket whose code was copied just now; blank otherwise.
  public ReadOnlyStringProperty copiedIdProperty() {
    return copiedId.getReadOnlyProperty();
  }

  public void copy(String ticketId, String code) {
    clipboard.put(code);
    copiedId.set(ticketId);
    fading.cancel();
    fading = tasks.after(TICK, () -> copiedId.set(""));
  }

  /// Copies several texts, one to a line.
  public void copyAll(Iterable<String> codes) {
    clipboard.put(String.join(System.lineSeparator(), codes));
  }
}
