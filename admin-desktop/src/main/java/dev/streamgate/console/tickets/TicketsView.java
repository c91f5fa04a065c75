package dev.streamgate.console.tickets;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.KeptSelection;
import dev.streamgate.console.screen.OptionalChoice;
import dev.streamgate.console.screen.PageBar;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The screen "Tickets": filters, the table with its pages, and what can be done with a ticket.
public final class TicketsView implements ScreenView {
  private final TicketsViewModel model;
  private final TicketTools tools;
  private final TicketCells cells;
  private final TicketTexts words;
  private final TableHabits habits;
  private final boolean embedded;

  @FXML private VBox screen;
  @FXML private HBox head;
  @FXML private TextField ticketSearch;
  @FXML private ComboBox<Optional<EventChoice>> ticketEventFilter;
  @FXML private ComboBox<Optional<TokenStatus>> ticketStatusFilter;
  @FXML private Button revokeSelected;
  @FXML private Button generateTickets;
  @FXML private Button importTickets;
  @FXML private Button exportTickets;
  @FXML private ScreenFrame frame;
  @FXML private VBox nothingFound;
  @FXML private VBox noTickets;
  @FXML private TableView<TokenResponse> ticketsTable;
  @FXML private CheckBox selectPage;
  @FXML private TableColumn<TokenResponse, TokenResponse> select;
  @FXML private TableColumn<TokenResponse, String> code;
  @FXML private TableColumn<TokenResponse, String> event;
  @FXML private TableColumn<TokenResponse, String> label;
  @FXML private TableColumn<TokenResponse, TokenResponse> state;
  @FXML private TableColumn<TokenResponse, String> redeemedAt;
  @FXML private TableColumn<TokenResponse, String> expiresAt;
  @FXML private TableColumn<TokenResponse, String> watched;
  @FXML private TableColumn<TokenResponse, String> repeats;
  @FXML private TableColumn<TokenResponse, String> lastWatched;
  @FXML private TableColumn<TokenResponse, String> completed;
  @FXML private TableColumn<TokenResponse, TokenResponse> rowActions;
  @FXML private PageBar ticketPages;

  /// @param embedded whether it shows the tickets of one event within another screen
  public TicketsView(
      TicketsViewModel model,
      TicketTools tools,
      TicketTexts words,
      TableHabits habits,
      boolean embedded) {
    this.model = model;
    this.tools = tools;
    this.words = words;
    this.habits = habits;
    this.embedded = embedded;
    this.cells = new TicketCells(words, model.selection(), tools, model::replace);
  }

  @FXML
  private void initialize() {
    bindFilter();
    bindColumns();
    KeptSelection.of(ticketsTable, model.tickets(), TokenResponse::id);
    frame.follow(model.status(), model::refresh);
    ticketPages.follow(model.positionProperty(), model.status().texts(), model.filter()::turnTo);
    model.positionProperty().subscribe(page -> selectPage.setSelected(false));
    model.selection().observableIds().subscribe(ticketsTable::refresh);
    Able.when(revokeSelected, tools.actions().revokeSelectedAllowed(), Reason.NOTHING_TICKED);
    Able.when(generateTickets, tools.actions().allowed());
    Able.when(
        exportTickets,
        tools.actions().allowed().and(model.filter().oneEvent()),
        Reason.MANY_EVENTS);
    Able.when(importTickets, tools.actions().allowed());
    ticketsTable.setAccessibleText(words.texts().get("title"));
    habits.columnsOf(ticketsTable);
    ticketsTable.addEventFilter(KeyEvent.KEY_PRESSED, this::tickOnSpace);
    FileDrops.on(screen, this::importFrom);
    if (embedded) {
      embed();
    }
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public boolean createNew() {
    if (tools.actions().allowed().get()) {
      tools.generate().open(model.filter().eventProperty().get(), model::refresh);
    }
    return true;
  }

  @Override
  public void importFile() {
    open(Optional.empty());
  }

  @Override
  public void copySelection() {
    inRow().ifPresent(chosen -> tools.copies().copy(chosen.id(), chosen.displayCode()));
  }

  @Override
  public void print() {
    tools.print().print(model.filter().query());
  }

  @Override
  public void tick(boolean following) {
    if (!following) {
      model.load();
    }
  }

  @Override
  public void told(ConsoleMessage message) {
    model.told(message);
  }

  @Override
  public void export() {
    model
        .filter()
        .eventProperty()
        .get()
        .ifPresentOrElse(chosen -> tools.export().export(chosen.id()), tools.export()::askForEvent);
  }

  @Override
  public void focusSearch() {
    ticketSearch.requestFocus();
    ticketSearch.selectAll();
  }

  @Override
  public void deleteSelection() {
    tools.actions().revokeSelected(inRow());
  }

  private Optional<TokenResponse> inRow() {
    return Optional.ofNullable(ticketsTable.getSelectionModel().getSelectedItem());
  }

  /// The keyboard ticks the selected row; a box that has the focus itself needs no help.
  private void tickOnSpace(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.getTarget().equals(ticketsTable)) {
      inRow().ifPresent(model.selection()::toggle);
      event.consume();
    }
  }

  private void importFrom(Path file) {
    open(Optional.of(file));
  }

  private void open(Optional<Path> file) {
    if (tools.actions().allowed().get()) {
      tools.importing().open(model.filter().eventProperty().get(), file, model::refresh);
    }
  }

  /// The other screen has the title, the event and the buttons already.
  private void embed() {
    screen.getChildren().remove(head);
    screen.getStyleClass().setAll("embedded");
    ticketEventFilter.setVisible(false);
    ticketEventFilter.setManaged(false);
    event.setVisible(false);
  }

  private void bindFilter() {
    TicketFilter filter = model.filter();
    ticketSearch.textProperty().bindBidirectional(filter.searchProperty());
    OptionalChoice.of(ticketEventFilter, words.texts().get("allEvents"), EventChoice::title)
        .following(model.events())
        .into(filter.eventProperty());
    OptionalChoice.of(ticketStatusFilter, words.texts().get("allStates"), words::status)
        .among(List.of(TokenStatus.values()))
        .into(filter.statusProperty());
    Shown.when(nothingFound, filter.anySet());
    Shown.when(noTickets, filter.anySet().not());
  }

  private void bindColumns() {
    Columns.kept(select, cells::tickBox);
    Columns.text(code, TokenResponse::displayCode);
    Columns.text(event, ticket -> ticket.event().title());
    Columns.text(label, ticket -> words.text(ticket.label()));
    Columns.kept(state, cells::status);
    Columns.text(redeemedAt, ticket -> words.time(ticket.redeemedAt()));
    Columns.text(expiresAt, ticket -> words.time(ticket.expiresAt()));
    Columns.number(watched, words::watched);
    Columns.number(repeats, words::repeats);
    Columns.text(lastWatched, ticket -> words.time(ticket.progress().lastWatchedAt()));
    Columns.text(completed, ticket -> words.time(ticket.progress().completedAt()));
    Columns.kept(rowActions, cells::actions);
  }

  @FXML
  private void onGenerate() {
    createNew();
  }

  @FXML
  private void onImport() {
    importFile();
  }

  @FXML
  private void onPrint() {
    print();
  }

  @FXML
  private void onExport() {
    export();
  }

  @FXML
  private void onSelectPage() {
    model.selection().setAll(selectPage.isSelected());
  }

  @FXML
  private void onRevokeSelected() {
    tools.actions().revokeSelected(Optional.empty());
  }

  @FXML
  private void onClearFilter() {
    model.filter().clear();
  }
}
