package dev.streamgate.console.dialog;

/// A question before something happens that others will notice. The harmless answer is the default.
public record Question(String title, String text, String no, String yes, Guard guard) {
  public Question(String title, String text, String no, String yes) {
    this(title, text, no, yes, new Guard.None());
  }

  public Question guardedBy(Guard stronger) {
    return new Question(title, text, no, yes, stronger);
  }

  /// What must be done before "yes" can be pressed.
  public sealed interface Guard {
    /// Nothing.
    record None() implements Guard {}

    /// A box must be ticked.
    record Acknowledge(String sentence) implements Guard {}

    /// Exactly this must be typed.
    record Type(String expected) implements Guard {}
  }
}
