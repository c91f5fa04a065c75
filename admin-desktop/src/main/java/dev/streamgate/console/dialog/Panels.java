package dev.streamgate.console.dialog;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Lays forms over the window.
public interface Panels {
  /// Lays a panel over everything; `escape` is what Esc does.
  ///
  /// @return how to take the panel away again
  Runnable open(Region card, Node focusFirst, Runnable escape);
}
