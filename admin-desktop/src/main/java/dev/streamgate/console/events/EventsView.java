package dev.streamgate.console.events;

import dev.streamgate.console.api.EventQuery;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.model.events.EventResponse;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The screen "Events": filters, the table, and the way to the form.
public final class EventsView implements ScreenView {
  private final EventsViewModel model;
  private final EventActions actions;
  private final EventFormPanel form;
  private final EventTexts words;

  @FXML private Button createEvent;
  @FXML private ComboBox<EventQuery.Status> eventStatusFilter;
  @FXML private ComboBox<EventQuery.Timeframe> eventTimeFilter;
  @FXML private ComboBox<EventQuery.Sort> eventSort;
  @FXML private CheckBox showArchived;
  @FXML private ScreenFrame frame;
  @FXML private VBox noEvents;
  @FXML private VBox nothingFound;
  @FXML private TableView<EventResponse> eventsTable;
  @FXML private TableColumn<EventResponse, String> title;
  @FXML private TableColumn<EventResponse, String> source;
  @FXML private TableColumn<EventResponse, String> startsAt;
  @FXML private TableColumn<EventResponse, String> endsAt;
  @FXML private TableColumn<EventResponse, String> window;
  @FXML private TableColumn<EventResponse, EventResponse> state;
  @FXML private TableColumn<EventResponse, String> tickets;
  @FXML private TableColumn<EventResponse, EventResponse> rowActions;

  public EventsView(
      EventsViewModel model, EventActions actions, EventFormPanel form, EventTexts words) {
    this.model = model;
    this.actions = actions;
    this.form = form;
    this.words = words;
  }

  @FXML
  private void initialize() {
    bindFilter(model.filter());
    bindColumns();
    eventsTable.setItems(model.events());
    frame.follow(model.status(), model::refresh);
    createEvent.disableProperty().bind(actions.allowed().not());
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void createNew() {
    if (actions.allowed().get()) {
      form.create(saved -> model.refresh());
    }
  }

  private void bindFilter(EventFilter filter) {
    WordedChoice.bind(
        eventStatusFilter,
        List.of(EventQuery.Status.values()),
        words::status,
        filter.statusProperty());
    WordedChoice.bind(
        eventTimeFilter,
        List.of(EventQuery.Timeframe.values()),
        words::timeframe,
        filter.timeframeProperty());
    WordedChoice.bind(
        eventSort, List.of(EventQuery.Sort.values()), words::sort, filter.sortProperty());
    showArchived.selectedProperty().bindBidirectional(filter.archivedProperty());
    Shown.when(nothingFound, filter.anySet());
    Shown.when(noEvents, filter.anySet().not());
  }

  private void bindColumns() {
    EventCells cells =
        new EventCells(words, actions, event -> form.edit(event, saved -> model.refresh()));
    Columns.text(title, EventResponse::title);
    Columns.text(source, event -> words.source(event.source()));
    Columns.text(startsAt, event -> words.formats().dateTime(event.startsAt()));
    Columns.text(endsAt, event -> words.formats().dateTime(event.endsAt()));
    Columns.text(window, event -> words.hours(event.accessWindowHours()));
    Columns.node(state, cells::state);
    Columns.number(tickets, event -> words.formats().number(event.tokenCount()));
    Columns.node(rowActions, cells::actions);
  }

  @FXML
  private void onCreate() {
    createNew();
  }

  @FXML
  private void onClearFilter() {
    model.filter().clear();
  }
}
