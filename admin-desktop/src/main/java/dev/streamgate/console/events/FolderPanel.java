package dev.streamgate.console.events;

import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.prose.Prose;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventResponse;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Tells where the files of a recording go: nothing large goes through the interface.
public record FolderPanel(Panels panels, Clipboard clipboard, Catalogue texts) {
  public void open(EventResponse event) {
    panels.open(remove -> {
      Label title = new Label(texts.get("folderTitle"));
      title.getStyleClass().add("form-title");
      Prose text = new Prose(texts.get("folderText", event.title()));
      TextField folder = new TextField(folder(event));
      folder.setId("recordingFolder");
      folder.setEditable(false);
      folder.setAccessibleText(texts.get("folderTitle"));
      folder.getStyleClass().add("mono");
      Button copy = new Button(texts.get("copyFolder"));
      copy.setId("copyFolder");
      copy.setOnAction(event2 -> clipboard.put(folder.getText()));
      Button close = new Button(texts.get("close"));
      close.setId("closeFolder");
      close.setDefaultButton(true);
      close.setOnAction(event2 -> remove.run());
      HBox buttons = new HBox(copy, close);
      buttons.getStyleClass().add("dialog-buttons");
      VBox card = new VBox(title, text, folder, buttons);
      card.getStyleClass().addAll("form-card", "small-form");
      return new Panels.Panel(card, close, remove);
    });
  }

  /// Below the stream root; an event without a folder of its own uses its id.
  static String folder(EventResponse event) {
    return Objects.requireNonNullElse(event.streamFolder(), event.id());
  }
}
