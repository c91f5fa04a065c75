package dev.streamgate.console.screen;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What is around the fields of every form in a panel: a sentence about what is wrong, a button
/// that saves while that makes sense, and Ctrl+S, which does as the button.
///
/// @param root all of the form
public record FormFrame(Node root, Label error, Button save) {
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  public void follow(PanelForm form) {
    Able.when(save, form.ready(), Reason.INCOMPLETE);
    BusyButton.spin(save, form.busyProperty());
    error.textProperty().bind(form.errorProperty());
    Shown.when(error, error.textProperty().isNotEmpty());
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::saveOnKey);
  }

  private void saveOnKey(KeyEvent event) {
    if (SAVE.match(event)) {
      event.consume();
      save.fire();
    }
  }
}
