package dev.streamgate.console.shell;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.text.Catalogue;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// F1: the keys of the window, as a panel over it.
public record KeyList(Panels panels, Catalogue texts) {
  private record Key(String keys, String meaning) {}

  public void open() {
    panels.open(remove -> {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("key-list");
      List<Key> keys = keys();
      for (int row = 0; row < keys.size(); row++) {
        Label pressed = new Label(keys.get(row).keys());
        pressed.getStyleClass().add("key");
        grid.addRow(row, pressed, new Label(keys.get(row).meaning()));
      }
      Button close = new Button(texts.get("close"));
      close.setId("helpClose");
      close.setDefaultButton(true);
      close.setOnAction(event -> remove.run());
      Label title = new Label(texts.get("keysTitle"));
      title.getStyleClass().add("form-title");
      HBox buttons = new HBox(close);
      buttons.getStyleClass().add("dialog-buttons");
      VBox card = new VBox(title, grid, buttons);
      card.getStyleClass().addAll("form-card", "key-card");
      return new Panels.Panel(card, close, remove);
    });
  }

  private List<Key> keys() {
    String shortcut = texts.get("ctrl");
    return List.of(
        new Key(shortcut + "+1 … 9", texts.get("keyScreens")),
        new Key(shortcut + "+D", texts.get("keyDoor")),
        new Key(shortcut + "+N", texts.get("keyNew")),
        new Key(shortcut + "+F", texts.get("keySearch")),
        new Key(shortcut + "+R, F5", texts.get("keyRefresh")),
        new Key(shortcut + "+E", texts.get("keyExport")),
        new Key(shortcut + "+I", texts.get("keyImport")),
        new Key(shortcut + "+P", texts.get("keyPrint")),
        new Key(shortcut + "+C", texts.get("keyCopy")),
        new Key(shortcut + "+S", texts.get("keySave")),
        new Key(texts.get("space"), texts.get("keyTick")),
        new Key(texts.get("delete"), texts.get("keyRevoke")),
        new Key("F1", texts.get("keyHelp")),
        new Key(texts.get("escape"), texts.get("keyClose")));
  }
}
