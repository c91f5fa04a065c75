package dev.streamgate.console.screen;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.text.Catalogue;

/// Asks before what was typed is thrown away (Spec, console §11).
public record Discarding(Dialogs dialogs, Catalogue texts) {
  /// Does `leave` at once if nothing is typed, else once the staff agree.
  public void unless(boolean touched, Runnable leave) {
    if (!touched) {
      leave.run();
      return;
    }
    dialogs.ask(
        new Question(
            texts.get("discardTitle"),
            texts.get("discardQuestion"),
            texts.get("keepEditing"),
            texts.get("discard")),
        leave);
  }
}
