package dev.streamgate.console.events;

import dev.streamgate.console.api.EventQuery;
import dev.streamgate.console.hint.Able;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen "Events": filters, the table, and the way to the form.
public final class EventsView implements ScreenView {
  private final EventsViewModel model;
  private final EventActions actions;
  private final EventFormPanel form;
  private final EventPage page;
  private final EventTexts words;
  private final TableHabits habits;

  @FXML private StackPane pages;
  @FXML private VBox list;
  @FXML private Button addRecording;
  @FXML private Button createEvent;
  @FXML private ComboBox<EventQuery.Status> eventStatusFilter;
  @FXML private ComboBox<EventQuery.Timeframe> eventTimeFilter;
  @FXML private ComboBox<EventQuery.Sort> eventSort;
  @FXML private CheckBox showArchived;
  @FXML private ScreenFrame frame;
  @FXML private VBox noEvents;
  @FXML private VBox nothingFound;
  @FXML private TableView<EventResponse> eventsTable;
  @FXML private TableColumn<EventResponse, EventResponse> title;
  @FXML private TableColumn<EventResponse, String> source;
  @FXML private TableColumn<EventResponse, String> startsAt;
  @FXML private TableColumn<EventResponse, String> endsAt;
  @FXML private TableColumn<EventResponse, String> window;
  @FXML private TableColumn<EventResponse, EventResponse> state;
  @FXML private TableColumn<EventResponse, String> tickets;
  @FXML private TableColumn<EventResponse, EventResponse> rowActions;

  public EventsView(
      EventsViewModel model,
      EventActions actions,
      EventFormPanel form,
      EventPage page,
      EventTexts words,
      TableHabits habits) {
    this.model = model;
    this.actions = actions;
    this.form = form;
    this.page = page;
    this.words = words;
    this.habits = habits;
  }

  @FXML
  private void initialize() {
    bindFilter(model.filter());
    bindColumns();
    Able.when(createEvent, actions.allowed());
    Able.when(addRecording, actions.allowed());
    page.onBack(this::showList);
    eventsTable.setOnKeyPressed(pressed -> {
      EventResponse chosen = eventsTable.getSelectionModel().getSelectedItem();
      if (pressed.getCode() == KeyCode.ENTER && chosen != null) {
        open(chosen);
      }
    });
    pages.addEventHandler(
        KeyEvent.KEY_PRESSED,
        pressed -> {
          if (pressed.getCode() == KeyCode.ESCAPE && page.isOpen()) {
            showList();
          }
        });
    habits.fill(
        eventsTable, model.events(), EventResponse::id, frame, model.status(), model::refresh);
  }

  /// Shows the page of one event in place of the list.
  public void open(EventResponse event) {
    pages.getChildren().setAll(page.root());
    page.open(event);
  }

  private void showList() {
    page.close();
    pages.getChildren().setAll(list);
    model.refresh();
  }

  @Override
  public void refresh() {
    model.refresh();
    if (page.isOpen()) {
      page.refresh();
    }
  }

  @Override
  public void home() {
    if (page.isOpen()) {
      showList();
    }
  }

  @Override
  public void tick(boolean following) {
    if (!following) {
      refresh();
    } else if (page.isOpen()) {
      page.tick();
    }
  }

  @Override
  public void told(ConsoleMessage message) {
    model.told(message);
    if (page.isOpen()) {
      page.told(message);
    }
  }

  @Override
  public void focusSearch() {
    page.keys().ifPresent(ScreenView::focusSearch);
  }

  @Override
  public void export() {
    page.keys().ifPresent(ScreenView::export);
  }

  @Override
  public void importFile() {
    page.keys().ifPresent(ScreenView::importFile);
  }

  @Override
  public void copySelection() {
    page.keys().ifPresent(ScreenView::copySelection);
  }

  @Override
  public void print() {
    page.keys().ifPresent(ScreenView::print);
  }

  @Override
  public void deleteSelection() {
    page.keys().ifPresent(ScreenView::deleteSelection);
  }

  @Override
  public boolean createNew() {
    if (actions.allowed().get()) {
      form.create(this::open);
    }
    return true;
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
        new EventCells(
            words, actions, this::open, event -> form.edit(event, saved -> model.refresh()));
    Columns.node(title, EventResponse::title, cells::title);
    Columns.text(source, event -> words.source(event.source()));
    Columns.text(startsAt, event -> words.formats().dateTime(event.startsAt()));
    Columns.text(endsAt, event -> words.formats().dateTime(event.endsAt()));
    Columns.text(window, event -> words.hours(event.accessWindowHours()));
    Columns.node(state, words::state, cells::state);
    Columns.number(tickets, event -> words.formats().number(event.tokenCount()));
    Columns.node(rowActions, cells::actions);
  }

  @FXML
  private void onCreate() {
    createNew();
  }

  /// A recording is an event whose files are copied into its folder, unless it lies elsewhere.
  @FXML
  private void onAddRecording() {
    if (actions.allowed().get()) {
      form.create(saved -> {
        open(saved);
        if (saved.streamUrl() == null) {
          page.showFolder(saved);
        }
      });
    }
  }

  @FXML
  private void onClearFilter() {
    model.filter().clear();
  }
}
