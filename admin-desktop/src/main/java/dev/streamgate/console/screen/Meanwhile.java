package dev.streamgate.console.screen;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.text.Catalogue;
import java.util.List;

/// Asks before a form overwrites what somebody else has changed since it was opened. Fields that
/// only one of them changed are no matter, since a form sends nothing else.
public record Meanwhile(Dialogs dialogs, Catalogue texts) {
  /// Saves at once if nobody changed the same, else once the staff agree; declined, the form stays
  /// as it is.
  ///
  /// @param theirs what would be overwritten, each field with its present value
  public void unless(List<String> theirs, Runnable save) {
    if (theirs.isEmpty()) {
      save.run();
      return;
    }
    dialogs.ask(
        new Question(
            texts.get("meanwhileTitle"),
            texts.get("meanwhileQuestion", String.join("\n", theirs)),
            texts.get("keepEditing"),
            texts.get("overwrite")),
        save);
  }

  /// A field with the value somebody else gave it, as one line.
  public String line(String field, String value) {
    return texts.get("meanwhileLine", field.replace("_", ""), value.isBlank() ? "–" : value);
  }
}
