package dev.streamgate.console.tickets;

import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.OptionalChoice;
import dev.streamgate.console.screen.PageBar;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The screen "Tickets": filters, the table with its pages, and what can be done with a ticket.
public final class TicketsView implements ScreenView {
  private static final double ROOM_FOR_LAST_WATCHED = 1020;
  private static final double ROOM_FOR_COMPLETED = 1140;

  private final TicketsViewModel model;
  private final TicketActions actions;
  private final TicketExport export;
  private final GeneratePanel generate;
  private final TicketCells cells;
  private final TicketTexts words;

  @FXML private TextField ticketSearch;
  @FXML private ComboBox<Optional<EventChoice>> ticketEventFilter;
  @FXML private ComboBox<Optional<TokenStatus>> ticketStatusFilter;
  @FXML private Button revokeSelected;
  @FXML private Button generateTickets;
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

  public TicketsView(
      TicketsViewModel model,
      TicketActions actions,
      TicketExport export,
      GeneratePanel generate,
      CodeCopies copies,
      TicketTexts words) {
    this.model = model;
    this.actions = actions;
    this.export = export;
    this.generate = generate;
    this.words = words;
    this.cells = new TicketCells(words, model.selection(), actions, copies);
  }

  @FXML
  private void initialize() {
    bindFilter();
    bindColumns();
    ticketsTable.setItems(model.tickets());
    frame.follow(model.status(), model::refresh);
    ticketPages.follow(model.positionProperty(), model.status().texts(), model.filter()::turnTo);
    model.positionProperty().subscribe(page -> selectPage.setSelected(false));
    model.selection().observableIds().subscribe(ticketsTable::refresh);
    revokeSelected.disableProperty().bind(actions.revokeSelectedAllowed().not());
    generateTickets.disableProperty().bind(actions.allowed().not());
    exportTickets
        .disableProperty()
        .bind(actions.allowed().not().or(model.filter().oneEvent().not()));
    ticketsTable.widthProperty().subscribe(this::fitColumns);
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
    generate.open(model.filter().eventProperty().get(), model::refresh);
  }

  @Override
  public void export() {
    model.filter().eventProperty().get().ifPresent(chosen -> export.export(chosen.id()));
  }

  @Override
  public void focusSearch() {
    ticketSearch.requestFocus();
    ticketSearch.selectAll();
  }

  @Override
  public void deleteSelection() {
    actions.revokeSelected();
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
    Columns.node(select, cells::tickBox);
    Columns.text(code, TokenResponse::displayCode);
    Columns.text(event, ticket -> ticket.event().title());
    Columns.text(label, ticket -> words.text(ticket.label()));
    Columns.node(state, cells::status);
    Columns.text(redeemedAt, ticket -> words.time(ticket.redeemedAt()));
    Columns.text(expiresAt, ticket -> words.time(ticket.expiresAt()));
    Columns.number(watched, words::watched);
    Columns.number(repeats, words::repeats);
    Columns.text(lastWatched, ticket -> words.time(ticket.progress().lastWatchedAt()));
    Columns.text(completed, ticket -> words.time(ticket.progress().completedAt()));
    Columns.node(rowActions, cells::actions);
  }

  /// How a ticket was watched matters less than what can be done with it: in a narrow window the
  /// actions stay in view.
  private void fitColumns(Number width) {
    lastWatched.setVisible(width.doubleValue() >= ROOM_FOR_LAST_WATCHED);
    completed.setVisible(width.doubleValue() >= ROOM_FOR_COMPLETED);
  }

  @FXML
  private void onGenerate() {
    createNew();
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
    actions.revokeSelected();
  }

  @FXML
  private void onClearFilter() {
    model.filter().clear();
  }
}
