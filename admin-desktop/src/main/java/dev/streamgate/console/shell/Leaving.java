package dev.streamgate.console.shell;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.Discarding;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.text.Catalogue;
import java.util.function.BooleanSupplier;

/// The end of the console: asked about while tasks run, while something is typed that would be
/// lost, and while a server on this computer would end with it.
public final class Leaving {
  private final LongWork work;
  private final Dialogs dialogs;
  private final Catalogue texts;
  private final Typed typed;
  private final Host host;
  private boolean tasksForsaken;
  private boolean typedForsaken;

  /// What is typed in forms and not saved.
  ///
  /// @param isThere whether there is anything
  /// @param discarding how the staff are asked about it
  public record Typed(BooleanSupplier isThere, Discarding discarding) {}

  /// The server on this computer, as far as leaving concerns it.
  public interface Host {
    boolean isUp();

    /// Ends it, asking first if that would cut somebody off, then does `after`.
    void end(Runnable after);
  }

  public Leaving(LongWork work, Dialogs dialogs, Catalogue texts, Typed typed, Host host) {
    this.work = work;
    this.dialogs = dialogs;
    this.texts = texts;
    this.typed = typed;
    this.host = host;
  }

  /// Whether the window may close now. If not, `close` is called once it may.
  public boolean mayClose(Runnable close) {
    if (!work.jobs().isEmpty() && !tasksForsaken) {
      dialogs.ask(
          new Question(
              texts.get("leaveTitle"),
              texts.get("leaveQuestion", work.jobs().size()),
              texts.get("stay"),
              texts.get("leave")),
          () -> {
            tasksForsaken = true;
            goOn(close);
          });
      return false;
    }
    if (typed.isThere().getAsBoolean() && !typedForsaken) {
      typed
          .discarding()
          .unless(
              true,
              () -> {
                typedForsaken = true;
                goOn(close);
              });
      return false;
    }
    if (host.isUp()) {
      host.end(close);
      return false;
    }
    return true;
  }

  private void goOn(Runnable close) {
    if (mayClose(close)) {
      close.run();
    }
  }
}
