package dev.streamgate.console.screen;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that is only an icon; its words are in the tooltip and for screen readers.
public final class IconButton {
  private IconButton() {}

  public static Button of(String id, String icon, String words, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.getStyleClass().addAll("flat", "icon-button");
    button.setOnAction(event -> action.run());
    return button;
  }
}
