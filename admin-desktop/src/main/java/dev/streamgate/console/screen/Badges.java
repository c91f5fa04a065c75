package dev.streamgate.console.screen;

import javafx.scene.control.Label;

/// A status in a coloured field. The word says it; the colour only helps.
public final class Badges {
  private Badges() {}

  public static Label of(String word, String styleClass) {
    Label badge = new Label(word);
    badge.getStyleClass().addAll("badge", styleClass);
    return badge;
  }
}
