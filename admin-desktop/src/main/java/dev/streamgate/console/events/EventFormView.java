package dev.streamgate.console.events;

import dev.streamgate.console.events.EventFormChecks.Place;
import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.BusyButton;
import dev.streamgate.console.screen.DateFields;
import dev.streamgate.console.screen.Field;
import dev.streamgate.console.screen.FormFrame;
import dev.streamgate.console.screen.FormView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.TakeoverRule;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The form of an event.
public final class EventFormView implements FormView {
  private final EventFormViewModel model;
  private final EventTexts words;
  private final Consumer<EventResponse> saved;
  private final Runnable close;

  @FXML private VBox root;
  @FXML private Label formTitle;
  @FXML private Field titleField;
  @FXML private TextField eventTitle;
  @FXML private Field descriptionField;
  @FXML private TextArea eventDescription;
  @FXML private Field startField;
  @FXML private DatePicker eventStart;
  @FXML private TextField eventStartTime;
  @FXML private Field endField;
  @FXML private DatePicker eventEnd;
  @FXML private TextField eventEndTime;
  @FXML private Label zone;
  @FXML private Field windowField;
  @FXML private TextField eventWindow;
  @FXML private Label expiryWarning;
  @FXML private Field streamField;
  @FXML private TextField eventStream;
  @FXML private Label edgesNote;
  @FXML private Button testStream;
  @FXML private Label testStreamResult;
  @FXML private Label notSaved;
  @FXML private CheckBox eventPreview;
  @FXML private CheckBox eventWatermark;
  @FXML private Field folderField;
  @FXML private TextField eventFolder;
  @FXML private Field posterField;
  @FXML private TextField eventPoster;
  @FXML private ComboBox<TakeoverRule> eventTakeover;
  @FXML private Field takeoversField;
  @FXML private TextField eventTakeovers;
  @FXML private Label eventError;
  @FXML private Button saveEvent;

  public EventFormView(
      EventFormViewModel model, EventTexts words, Consumer<EventResponse> saved, Runnable close) {
    this.model = model;
    this.words = words;
    this.saved = saved;
    this.close = close;
  }

  @FXML
  private void initialize() {
    formTitle.setText(
        model.event().isPresent()
            ? words.texts().get("editEvent")
            : words.texts().get("createEvent"));
    bindInput(model.form());
    showErrors(model.checks());
    zone.setText(words.texts().get("zone", words.formats().zoneName()));
    long tickets = model.event().map(event -> event.tokenCount()).orElse(0L);
    expiryWarning.setText(words.texts().get("expiryChanges", tickets));
    Shown.when(expiryWarning, model.expiryChanges());
    eventFolder.setText(model.event().map(EventResponse::id).orElse(""));
    Shown.when(folderField, eventFolder.textProperty().isNotEmpty());
    bindStreamTest();
    new FormFrame(root, eventError, saveEvent).follow(model);
  }

  @Override
  public TextField firstField() {
    return eventTitle;
  }

  private void bindInput(EventForm form) {
    eventTitle.textProperty().bindBidirectional(form.title);
    eventDescription.textProperty().bindBidirectional(form.description);
    DateFields.write(eventStart, words.formats().locale());
    DateFields.write(eventEnd, words.formats().locale());
    eventStart.valueProperty().bindBidirectional(form.start.dateProperty());
    eventStartTime.textProperty().bindBidirectional(form.start.timeProperty());
    eventEnd.valueProperty().bindBidirectional(form.end.dateProperty());
    eventEndTime.textProperty().bindBidirectional(form.end.timeProperty());
    eventWindow.textProperty().bindBidirectional(form.window);
    eventStream.textProperty().bindBidirectional(form.stream);
    eventPoster.textProperty().bindBidirectional(form.poster);
    eventPreview.selectedProperty().bindBidirectional(form.preview);
    eventWatermark.selectedProperty().bindBidirectional(form.watermark);
    WordedChoice.bind(
        eventTakeover, List.of(TakeoverRule.values()), words::takeover, form.takeover);
    eventTakeovers.textProperty().bindBidirectional(form.takeovers);
    Shown.when(takeoversField, form.takeover.isEqualTo(TakeoverRule.COUNTED));
  }

  private void bindStreamTest() {
    StreamTest test = model.streamTest();
    Able.set(testStream, model.event().isPresent(), Reason.NOT_SAVED);
    Shown.when(notSaved, new SimpleBooleanProperty(model.event().isEmpty()));
    BusyButton.spin(testStream, test.busyProperty());
    testStreamResult.textProperty().bind(test.resultProperty());
    test.goodProperty()
        .subscribe(good ->
            testStreamResult.getStyleClass().setAll("label", good ? "good-text" : "warning-text"));
    Shown.when(edgesNote, test.edgesProperty());
  }

  private void showErrors(EventFormChecks checks) {
    titleField.showErrors(checks.at(Place.TITLE));
    descriptionField.showErrors(checks.at(Place.DESCRIPTION));
    startField.showErrors(checks.at(Place.START));
    endField.showErrors(checks.at(Place.END));
    windowField.showErrors(checks.at(Place.WINDOW));
    streamField.showErrors(checks.at(Place.STREAM));
    posterField.showErrors(checks.at(Place.POSTER));
    takeoversField.showErrors(checks.at(Place.TAKEOVERS));
  }

  @FXML
  private void onTestStream() {
    model.testStream();
  }

  @FXML
  private void onSave() {
    model.save(saved);
  }

  @FXML
  private void onClose() {
    close.run();
  }
}
