package dev.streamgate.console.dialog;

import java.util.function.Consumer;

/// Asks the staff before something happens.
public interface Dialogs {
  /// Calls `yes` if they agree, and nothing if they do not.
  default void ask(Question question, Runnable yes) {
    choose(
        question,
        agreed -> {
          if (agreed) {
            yes.run();
          }
        });
  }

  /// Calls `answer` either way: with true if they agree, with false if they do not.
  void choose(Question question, Consumer<Boolean> answer);
}
