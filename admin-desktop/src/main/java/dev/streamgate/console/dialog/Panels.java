package dev.streamgate.console.dialog;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Lays forms over the window.
public interface Panels {
  /// Lays a panel over everything. `build` is given what takes the panel away again.
  void open(Function<Runnable, Panel> build);

  /// What lies over the window, where typing begins in it, what Esc does, and whether something is
  /// typed in it that would be lost with it.
  record Panel(Region card, Node focusFirst, Runnable escape, BooleanSupplier touched) {
    /// A panel into which nothing is typed.
    public Panel(Region card, Node focusFirst, Runnable escape) {
      this(card, focusFirst, escape, () -> false);
    }
  }
}
