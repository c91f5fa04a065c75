package dev.streamgate.console.screen;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;

/// A button that turns a small wheel while its work is under way.
public final class BusyButton {
  private BusyButton() {}

  /// Shows the wheel in place of the button's icon. Whether the button is enabled is left to
  /// others.
  public static void spin(Button button, ObservableBooleanValue busy) {
    Node icon = button.getGraphic();
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("button-wheel");
    busy.addListener((_, _, isBusy) -> button.setGraphic(isBusy ? wheel : icon));
  }
}
