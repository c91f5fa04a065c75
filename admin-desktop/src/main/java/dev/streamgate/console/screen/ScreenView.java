package dev.streamgate.console.screen;

/// What the window can ask of whichever screen it shows; what a screen has no use for, it ignores.
public interface ScreenView {
  /// The screen has come into view.
  void shown();

  /// The screen has gone out of view.
  default void hidden() {}

  void refresh();

  /// Ctrl+N.
  default void createNew() {}

  /// Ctrl+F.
  default void focusSearch() {}

  /// Ctrl+E.
  default void export() {}

  /// Delete.
  default void deleteSelection() {}
}
