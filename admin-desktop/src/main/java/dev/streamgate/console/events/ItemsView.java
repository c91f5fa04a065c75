package dev.streamgate.console.events;

import dev.streamgate.console.screen.DateFields;
import dev.streamgate.console.screen.FormFrame;
import dev.streamgate.console.screen.FormView;
import dev.streamgate.console.screen.IconButton;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The panel with the items of an event, one row for each.
public final class ItemsView implements FormView {
  private final ItemsViewModel model;
  private final EventTexts words;
  private final Runnable saved;
  private final Runnable close;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private VBox itemRows;
  @FXML private Button addItem;
  @FXML private Label itemsError;
  @FXML private Button saveItems;

  public ItemsView(ItemsViewModel model, EventTexts words, Runnable saved, Runnable close) {
    this.model = model;
    this.words = words;
    this.saved = saved;
    this.close = close;
  }

  @FXML
  private void initialize() {
    title.setText(words.texts().get("itemsOf", model.eventTitle()));
    new FormFrame(root, itemsError, saveItems).follow(model);
    showRows();
  }

  @Override
  public Node firstField() {
    return addItem;
  }

  @FXML
  private void onAdd() {
    model.add();
    showRows();
  }

  @FXML
  private void onSave() {
    model.save(saved);
  }

  @FXML
  private void onClose() {
    close.run();
  }

  private void showRows() {
    itemRows.getChildren().setAll(model.items().stream().map(this::row).toList());
  }

  private Node row(ItemDraft item) {
    TextField folder = field(item.itemProperty(), words.texts().get("itemFolder"), 140);
    folder.setId("itemFolder");
    TextField name = field(item.titleProperty(), words.texts().get("itemTitle"), 175);
    DatePicker date = new DatePicker();
    date.setPromptText(words.texts().get("itemDate"));
    date.setAccessibleText(words.texts().get("itemDate"));
    DateFields.write(date, words.formats().locale());
    date.setPrefWidth(175);
    date.valueProperty().bindBidirectional(item.opening().dateProperty());
    TextField time = field(item.opening().timeProperty(), words.texts().get("itemTime"), 80);
    Button remove =
        IconButton.of(
            "removeItem",
            "fth-trash-2",
            words.texts().get("removeItem"),
            () -> {
              model.remove(item);
              showRows();
            });
    HBox row = new HBox(folder, name, date, time, remove);
    row.getStyleClass().add("form-row");
    return row;
  }

  private static TextField field(StringProperty text, String words, double width) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(text);
    field.setPromptText(words);
    field.setAccessibleText(words);
    field.setPrefWidth(width);
    return field;
  }
}
