package dev.streamgate.console.shell;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.text.Catalogue;
import java.util.function.BooleanSupplier;

/// The change to another language. It makes the whole window anew, so it is asked about while tasks
/// run whose outcome would be told to nobody, or something is typed that would be lost.
///
/// @param isTouched whether something is typed and not saved
public record LanguageChange(
    LongWork work, Dialogs dialogs, Catalogue texts, BooleanSupplier isTouched) {
  /// Does `change` at once or once the staff agree, else `declined`.
  public void ask(Runnable change, Runnable declined) {
    if (work.jobs().isEmpty() && !isTouched.getAsBoolean()) {
      change.run();
      return;
    }
    dialogs.choose(
        new Question(
            texts.get("languageTitle"),
            texts.get("languageQuestion"),
            texts.get("stay"),
            texts.get("languageChange")),
        agreed -> {
          if (agreed) {
            change.run();
          } else {
            declined.run();
          }
        });
  }
}
