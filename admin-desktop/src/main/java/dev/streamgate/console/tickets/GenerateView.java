package dev.streamgate.console.tickets;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.BusyButton;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.Field;
import dev.streamgate.console.screen.FieldErrors;
import dev.streamgate.console.screen.OptionalChoice;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.GeneratedToken;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The panel "Generate Tickets": first the order, then the batch.
public final class GenerateView {
  private static final List<Integer> DEVICES = List.of(1, 2, 3, 4, 5);
  private static final List<Integer> HEIGHTS = List.of(360, 480, 720, 1080, 1440, 2160);

  private final GenerateViewModel model;
  private final TicketTexts words;
  private final Runnable close;

  @FXML private VBox order;
  @FXML private ComboBox<Optional<EventChoice>> generateEvent;
  @FXML private Field eventField;
  @FXML private Field devicesField;
  @FXML private Field labelField;
  @FXML private Field styleField;
  @FXML private Field accessField;
  @FXML private Field heightField;
  @FXML private Field countField;
  @FXML private TextField generateCount;
  @FXML private TextField generateLabel;
  @FXML private ComboBox<CodeStyle> generateStyle;
  @FXML private ComboBox<Integer> generateDevices;
  @FXML private ComboBox<AccessLevel> generateAccess;
  @FXML private Field itemField;
  @FXML private ComboBox<Optional<EventItemResponse>> generateItem;
  @FXML private ComboBox<Optional<Integer>> generateHeight;
  @FXML private Label generateError;
  @FXML private Button generateRun;
  @FXML private VBox batch;
  @FXML private Label message;
  @FXML private Hyperlink openFolder;
  @FXML private TableView<GeneratedToken> generateResults;
  @FXML private TableColumn<GeneratedToken, String> code;
  @FXML private TableColumn<GeneratedToken, String> label;
  @FXML private TableColumn<GeneratedToken, String> expiresAt;
  @FXML private TableColumn<GeneratedToken, GeneratedToken> copy;

  public GenerateView(GenerateViewModel model, TicketTexts words, Runnable close) {
    this.model = model;
    this.words = words;
    this.close = close;
  }

  @FXML
  private void initialize() {
    bindOrder();
    bindBatch();
    BooleanBinding ordering = Bindings.isEmpty(model.result().tickets());
    Shown.when(order, ordering);
    Shown.when(batch, ordering.not());
  }

  /// Where typing begins.
  Node firstField() {
    return generateEvent;
  }

  private void bindOrder() {
    OptionalChoice.of(generateEvent, words.texts().get("chooseEvent"), EventChoice::title)
        .following(model.events())
        .into(model.eventProperty());
    generateCount.textProperty().bindBidirectional(model.countProperty());
    countField.showErrors(model.countError());
    showRefusals(model.errors());
    generateLabel.textProperty().bindBidirectional(model.labelProperty());
    WordedChoice.bind(
        generateStyle,
        List.of(CodeStyle.PRINT, CodeStyle.BASE62),
        words::style,
        model.styleProperty());
    WordedChoice.bind(
        generateDevices,
        DEVICES,
        number -> words.formats().number(number),
        model.devicesProperty());
    bindLimits();
    generateError.textProperty().bind(model.errorProperty());
    Shown.when(generateError, model.errorProperty().isNotEmpty());
    Able.when(generateRun, model.ready(), Reason.INCOMPLETE);
    BusyButton.spin(generateRun, model.busyProperty());
  }

  private void showRefusals(FieldErrors errors) {
    eventField.showErrors(errors.at(GenerateViewModel.EVENT));
    labelField.showErrors(errors.at(GenerateViewModel.LABEL));
    styleField.showErrors(errors.at(GenerateViewModel.STYLE));
    devicesField.showErrors(errors.at(GenerateViewModel.DEVICES));
    accessField.showErrors(errors.at(GenerateViewModel.ACCESS));
    itemField.showErrors(errors.at(GenerateViewModel.ITEM));
    heightField.showErrors(errors.at(GenerateViewModel.HEIGHT));
  }

  private void bindLimits() {
    WordedChoice.bind(
        generateAccess, List.of(AccessLevel.values()), words::access, model.accessProperty());
    OptionalChoice.of(generateItem, words.texts().get("wholeEvent"), words::item)
        .following(model.items())
        .into(model.itemProperty());
    Shown.when(itemField, Bindings.isNotEmpty(model.items()));
    OptionalChoice.of(generateHeight, words.texts().get("anyHeight"), words::height)
        .among(HEIGHTS)
        .into(model.heightProperty());
  }

  private void bindBatch() {
    message.textProperty().bind(model.result().messageProperty());
    openFolder.visibleProperty().bind(model.result().savedProperty());
    openFolder.managedProperty().bind(openFolder.visibleProperty());
    TableHabits.onCopy(
        generateResults,
        () -> model.result().copy(generateResults.getSelectionModel().getSelectedItem()));
    generateResults.setItems(model.result().tickets());
    Columns.text(code, GeneratedToken::displayCode);
    Columns.text(label, ticket -> words.text(ticket.label()));
    Columns.text(expiresAt, ticket -> words.time(ticket.expiresAt()));
    CopyButtons buttons = new CopyButtons(model.result().copies(), words.texts());
    Columns.kept(copy, row -> buttons.of(row, GeneratedToken::id, model.result()::copy));
  }

  @FXML
  private void onGenerate() {
    model.generate();
  }

  @FXML
  private void onCopyAll() {
    model.result().copyAll();
  }

  @FXML
  private void onExport() {
    model.result().export();
  }

  @FXML
  private void onOpenFolder() {
    model.result().openFolder();
  }

  @FXML
  private void onClose() {
    close.run();
  }
}
