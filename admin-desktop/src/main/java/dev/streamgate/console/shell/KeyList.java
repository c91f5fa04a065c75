package dev.streamgate.console.shell;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.prose.Prose;
import dev.streamgate.console.screen.ShortcutKey;
import dev.streamgate.console.text.Catalogue;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// F1: the keys of the window, as a panel over it.
public record KeyList(Panels panels, Catalogue texts, ShortcutKey shortcut) {
  private record Key(String keys, String meaning) {}

  public void open() {
    panels.open(remove -> {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("key-list");
      List<Key> keys = keys();
      for (int row = 0; row < keys.size(); row++) {
        Label pressed = new Label(keys.get(row).keys());
        pressed.getStyleClass().add("key");
        pressed.setMinWidth(Region.USE_PREF_SIZE);
        Prose meaning = new Prose();
        meaning.setText(keys.get(row).meaning());
        grid.addRow(row, pressed, meaning);
      }
      Button close = new Button(texts.get("close"));
      close.setId("helpClose");
      close.setDefaultButton(true);
      close.setOnAction(event -> remove.run());
      Label title = new Label(texts.get("keysTitle"));
      title.getStyleClass().add("form-title");
      HBox buttons = new HBox(close);
      buttons.getStyleClass().add("dialog-buttons");
      ScrollPane list = new ScrollPane(grid);
      list.setFitToWidth(true);
      list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      list.getStyleClass().addAll("plain-scroll", "form-scroll");
      VBox card = new VBox(title, list, buttons);
      card.getStyleClass().addAll("form-card", "key-card");
      return new Panels.Panel(card, close, remove);
    });
  }

  private List<Key> keys() {
    return List.of(
        new Key(shortcut.with("1 … 9"), texts.get("keyScreens")),
        new Key(shortcut.with("D"), texts.get("keyDoor")),
        new Key(shortcut.with("N"), texts.get("keyNew")),
        new Key(shortcut.with("F"), texts.get("keySearch")),
        new Key(shortcut.with("R, F5"), texts.get("keyRefresh")),
        new Key(shortcut.with("E"), texts.get("keyExport")),
        new Key(shortcut.with("I"), texts.get("keyImport")),
        new Key(shortcut.with("P"), texts.get("keyPrint")),
        new Key(shortcut.with("C"), texts.get("keyCopy")),
        new Key(shortcut.with("S"), texts.get("keySave")),
        new Key(texts.get("space"), texts.get("keyTick")),
        new Key(texts.get("delete"), texts.get("keyRevoke")),
        new Key("F1", texts.get("keyHelp")),
        new Key(texts.get("escape"), texts.get("keyClose")));
  }
}
