package dev.streamgate.console.screen;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Shows a node exactly while something is so; hidden, it takes no room.
public final class Shown {
  private Shown() {}

  public static void when(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }
}
