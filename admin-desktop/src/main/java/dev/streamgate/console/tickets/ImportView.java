package dev.streamgate.console.tickets;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.BusyButton;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.FormView;
import dev.streamgate.console.screen.OptionalChoice;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.TableHabits;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// The panel "Import".
public final class ImportView implements FormView {
  private final ImportViewModel model;
  private final TicketTexts words;
  private final Runnable run;
  private final Runnable close;

  @FXML private VBox panel;
  @FXML private ComboBox<Optional<EventChoice>> importEvent;
  @FXML private TextArea importText;
  @FXML private Label importColumns;
  @FXML private Label importMessage;
  @FXML private Label importStyleNote;
  @FXML private TableView<ImportLine> importPreview;
  @FXML private TableColumn<ImportLine, String> number;
  @FXML private TableColumn<ImportLine, String> code;
  @FXML private TableColumn<ImportLine, String> label;
  @FXML private TableColumn<ImportLine, String> reason;
  @FXML private Button importRun;

  public ImportView(ImportViewModel model, TicketTexts words, Runnable run, Runnable close) {
    this.model = model;
    this.words = words;
    this.run = run;
    this.close = close;
  }

  @FXML
  private void initialize() {
    OptionalChoice.of(importEvent, words.texts().get("chooseEvent"), EventChoice::title)
        .following(model.events())
        .into(model.eventProperty());
    importText.textProperty().bindBidirectional(model.pastedProperty());
    importColumns.textProperty().bind(model.columnsProperty());
    importMessage.textProperty().bind(model.messageProperty());
    Shown.when(importMessage, model.messageProperty().isNotEmpty());
    Shown.when(importStyleNote, model.otherCodesProperty());
    Columns.number(number, line -> words.formats().number(line.number()));
    Columns.text(code, ImportLine::code);
    Columns.text(label, line -> words.text(line.label()));
    Columns.text(reason, ImportLine::reason);
    importPreview.setItems(model.lines());
    TableHabits.mark(importPreview, "bad", ImportLine::isBad);
    Label nothing = new Label(words.texts().get("previewEmpty"));
    nothing.getStyleClass().add("hint");
    importPreview.setPlaceholder(nothing);
    importRun.textProperty().bind(model.runLabel());
    Able.when(importRun, model.ready(), Reason.INCOMPLETE);
    BusyButton.spin(importRun, model.busyProperty());
    FileDrops.on(panel, model::readFile);
  }

  @Override
  public Node firstField() {
    return importEvent;
  }

  @FXML
  private void onChooseFile() {
    model.chooseFile();
  }

  @FXML
  private void onImport() {
    run.run();
  }

  @FXML
  private void onClose() {
    close.run();
  }
}
