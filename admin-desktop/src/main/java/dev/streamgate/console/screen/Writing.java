package dev.streamgate.console.screen;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// The one way a screen changes something on the server: asked first, one change at a time, only
/// while the server answers, its outcome told in the status line. A failed change is never repeated
/// by itself, since it may have been done.
public final class Writing {
  private final ServerCalls calls;
  private final Dialogs dialogs;
  private final StatusLine status;
  private final FailureTexts failures;
  private final BooleanProperty busy = new SimpleBooleanProperty();

  public Writing(ServerCalls calls, Dialogs dialogs, StatusLine status, FailureTexts failures) {
    this.calls = calls;
    this.dialogs = dialogs;
    this.status = status;
    this.failures = failures;
  }

  /// Whether a change can be made now.
  public BooleanBinding allowed() {
    return calls.connection().onlineProperty().and(busy.not());
  }

  /// Asks the staff, and if they agree, the server.
  public <T> void ask(Question question, Supplier<Answer<T>> change, Consumer<T> done) {
    dialogs.ask(question, () -> write(change, done));
  }

  /// Asks the staff, and if they agree, does what is left to the caller.
  public void ask(Question question, Runnable yes) {
    dialogs.ask(question, yes);
  }

  /// Changes something that needs no question.
  public <T> void write(Supplier<Answer<T>> change, Consumer<T> done) {
    write(change, done, status::warn);
  }

  /// Changes something of a form, which shows by itself why it was refused.
  public <T> void write(Supplier<Answer<T>> change, Consumer<T> done, Consumer<String> refused) {
    calls.ask(busy, change, done, failure -> refused.accept(failures.of(failure)));
  }

  /// How refusals are told.
  public FailureTexts failures() {
    return failures;
  }

  /// Asks before something overwrites what others have changed.
  public Meanwhile meanwhile() {
    return new Meanwhile(dialogs, failures.texts());
  }

  public void say(String text) {
    status.say(text);
  }

  public void warn(String text) {
    status.warn(text);
  }

  /// Tells what was done, and offers what can be done about it.
  public void say(String text, String actionLabel, Runnable action) {
    status.say(text, actionLabel, action);
  }
}
