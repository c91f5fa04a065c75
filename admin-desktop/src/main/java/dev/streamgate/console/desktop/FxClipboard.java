package dev.streamgate.console.desktop;

import javafx.scene.input.ClipboardContent;

/// The clipboard of the computer.
public final class FxClipboard implements Clipboard {
  @Override
  public void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
  }
}
