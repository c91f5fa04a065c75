package dev.streamgate.console.prose;

import javafx.scene.control.Label;
import javafx.scene.control.Skin;

/// A label whose text wraps, whoever wrote it and in whatever script; the only thing in this
/// console that wraps text to read. JavaFX's own label breaks down over a line that has to be
/// broken within Arabic or Hebrew, and what surrounds it is never laid out again.
public final class Prose extends Label {
  public Prose() {
    this("");
  }

  public Prose(String text) {
    super(text);
    setWrapText(true);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new ProseSkin(this);
  }
}
