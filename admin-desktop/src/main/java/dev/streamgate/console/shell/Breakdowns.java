package dev.streamgate.console.shell;

import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.text.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What breaks in the window itself, where no task tells of it: logged and told in plain words,
/// each breakdown once, since a window that cannot draw something tries again many times a second.
public final class Breakdowns {
  private static final Logger LOG = System.getLogger(Breakdowns.class.getName());
  private static final int PLACE_DEPTH = 3;

  private final Set<List<String>> known = new HashSet<>();
  private boolean telling;

  /// Logs a breakdown and tells of it, unless it is known.
  ///
  /// @param dialogs of the window as it is now
  public void happened(Throwable failure, Dialogs dialogs, Clipboard clipboard, Catalogue texts) {
    if (!known.add(place(failure))) {
      return;
    }
    LOG.log(Level.ERROR, "the window broke down", failure);
    if (!telling) {
      telling = true;
      tell(failure, dialogs, clipboard, texts);
    }
  }

  private void tell(Throwable failure, Dialogs dialogs, Clipboard clipboard, Catalogue texts) {
    dialogs.choose(
        new Question(
            texts.get("brokenTitle"),
            texts.get("brokenText"),
            texts.get("brokenCarryOn"),
            texts.get("brokenCopy")),
        copy -> {
          telling = false;
          if (copy) {
            clipboard.put(trace(failure));
          }
        });
  }

  private static List<String> place(Throwable failure) {
    return Stream.concat(
            Stream.of(failure.getClass().getName()),
            Arrays.stream(failure.getStackTrace()).limit(PLACE_DEPTH).map(Object::toString))
        .toList();
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
