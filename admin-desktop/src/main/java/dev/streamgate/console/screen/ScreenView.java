package dev.streamgate.console.screen;

import dev.streamgate.model.insight.ConsoleMessage;

/// What the window can ask of whichever screen it shows; what a screen has no use for, it ignores.
public interface ScreenView {
  /// The screen has come into view.
  default void shown() {
    refresh();
  }

  /// The screen has gone out of view.
  default void hidden() {}

  void refresh();

  /// Its entry in the sidebar was pressed while it was in view: leads back to where it begins.
  default void home() {}

  /// Whether something is typed that would be lost with the screen.
  default boolean isTouched() {
    return false;
  }

  /// Ten seconds have passed; `following` is whether the server tells of changes by itself.
  default void tick(boolean following) {}

  /// The server has told of something.
  default void told(ConsoleMessage message) {}

  /// Ctrl+N; whether the screen has something of its own to make. If not, an event is made.
  default boolean createNew() {
    return false;
  }

  /// Ctrl+F.
  default void focusSearch() {}

  /// Ctrl+E.
  default void export() {}

  /// Ctrl+I.
  default void importFile() {}

  /// Ctrl+C outside a text.
  default void copySelection() {}

  /// Ctrl+S.
  default void save() {}

  /// Ctrl+P.
  default void print() {}

  /// Ctrl+R; the door has a use of its own for it.
  default void reload() {
    refresh();
  }

  /// Delete.
  default void deleteSelection() {}
}
