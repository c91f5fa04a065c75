package dev.streamgate.console.screen;

import javafx.scene.Node;

/// A form as a panel over the window.
public interface FormView {
  /// Where typing begins.
  Node firstField();
}
