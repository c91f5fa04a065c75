package dev.streamgate.console.stand;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import java.util.ArrayList;
import java.util.List;

/// Answers every question the same way, and remembers what was asked.
public final class FakeDialogs implements Dialogs {
  private final List<Question> asked = new ArrayList<>();
  private boolean agrees = true;

  public void declines() {
    agrees = false;
  }

  public List<Question> asked() {
    return asked;
  }

  @Override
  public void ask(Question question, Runnable yes) {
    asked.add(question);
    if (agrees) {
      yes.run();
    }
  }
}
