package dev.streamgate.console.screen;

import dev.streamgate.console.prose.Prose;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// A control of a form under its label, which reaches it by mnemonic and names it to screen
/// readers; below it, whatever is wrong with it.
public final class Field extends VBox {
  private final Label label = new Label();

  public String getLabel() {
    return label.getText();
  }

  public void setLabel(String text) {
    label.setMnemonicParsing(true);
    label.setText(text);
    label.getStyleClass().add("field-label");
    getStyleClass().add("field");
    getChildren().addFirst(label);
    getChildren().addListener((ListChangeListener<Node>) change -> nameControl());
  }

  /// Shows `message` below the control whenever it is not blank.
  public void showErrors(ObservableStringValue message) {
    Prose error = new Prose();
    error.getStyleClass().add("error-text");
    error.textProperty().bind(message);
    Shown.when(error, error.textProperty().isNotEmpty());
    getChildren().add(error);
  }

  private void nameControl() {
    if (label.getLabelFor() == null && getChildren().size() > 1) {
      Node control = getChildren().get(1);
      boolean many = control instanceof Pane pane && !pane.getChildren().isEmpty();
      label.setLabelFor(many ? ((Pane) control).getChildren().getFirst() : control);
    }
  }
}
