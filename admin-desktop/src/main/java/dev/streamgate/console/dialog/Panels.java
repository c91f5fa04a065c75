package dev.streamgate.console.dialog;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Lays forms over the window.
public interface Panels {
  /// Lays a panel over everything. `build` is given what takes the panel away again.
  void open(Function<Runnable, Panel> build);

  /// What lies over the window, where typing begins in it, and what Esc does.
  record Panel(Region card, Node focusFirst, Runnable escape) {}
}
