package dev.streamgate.console.prose;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/// A tooltip whose text wraps, whatever its script.
public final class ProseTooltip extends Tooltip {
  private static final double WIDEST = 480;

  private final Prose prose = new Prose();

  public ProseTooltip(ObservableValue<String> text) {
    prose.getStyleClass().add("tooltip-text");
    textProperty().addListener((_, _, now) -> show(now));
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(prose);
    textProperty().bind(text);
  }

  private void show(String text) {
    prose.setText(text);
    prose.setPrefWidth(Math.min(WIDEST, ProseSkin.widthOf(text, prose.getFont())));
  }
}
