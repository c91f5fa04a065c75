package dev.streamgate.console.stand;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Answers every question the same way, and remembers what was asked.
public final class FakeDialogs implements Dialogs {
  private final List<Question> asked = new ArrayList<>();
  private boolean agrees = true;

  public void declines() {
    agrees = false;
  }

  public void agrees() {
    agrees = true;
  }

  public List<Question> asked() {
    return asked;
  }

  @Override
  public void choose(Question question, Consumer<Boolean> answer) {
    asked.add(question);
    answer.accept(agrees);
  }
}
