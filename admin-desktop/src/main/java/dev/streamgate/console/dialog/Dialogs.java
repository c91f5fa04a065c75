package dev.streamgate.console.dialog;

/// Asks the staff before something happens.
public interface Dialogs {
  /// Calls `yes` if they agree, and nothing if they do not.
  void ask(Question question, Runnable yes);
}
