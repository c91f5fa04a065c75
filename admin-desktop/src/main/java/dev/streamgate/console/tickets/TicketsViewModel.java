package dev.streamgate.console.tickets;

import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.api.TicketQuery;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.EventChoices;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.Pagination;
import dev.streamgate.model.tickets.TokenResponse;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The tickets the staff are looking for, one page of them.
public final class TicketsViewModel {
  private static final Duration SETTLED = Duration.ofMillis(500);
  private static final Pagination NO_PAGES = Pagination.of(1, TicketQuery.PAGE_SIZE, 0);

  private final ServerApis apis;
  private final Loading loading;
  private final TicketFilter filter;
  private final ObservableList<TokenResponse> tickets = FXCollections.observableArrayList();
  private final EventChoices events;
  private final Selection selection = new Selection(tickets);
  private final ReadOnlyObjectWrapper<Pagination> position = new ReadOnlyObjectWrapper<>(NO_PAGES);
  private final Debounce settling;

  public TicketsViewModel(
      ServerApis apis, ServerCalls calls, TaskRunner tasks, FailureTexts failures) {
    this.apis = apis;
    this.loading = new Loading(calls, failures);
    this.events = new EventChoices(apis.events(), calls);
    this.filter = new TicketFilter(tasks, this::load);
    this.settling = new Debounce(tasks, SETTLED);
  }

  public ScreenStatus status() {
    return loading.status();
  }

  public TicketFilter filter() {
    return filter;
  }

  public ObservableList<TokenResponse> tickets() {
    return tickets;
  }

  /// All events, to choose from.
  public ObservableList<EventChoice> events() {
    return events.events();
  }

  public Selection selection() {
    return selection;
  }

  public BooleanProperty busyProperty() {
    return loading.busyProperty();
  }

  /// Where the page lies in everything found.
  public ReadOnlyObjectProperty<Pagination> positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// Loads the page and the events anew.
  public void refresh() {
    events.refresh();
    load();
  }

  /// What the server tells is looked at again, at most once in a while.
  public void told(ConsoleMessage message) {
    if (message instanceof ConsoleMessage.Tickets || message instanceof ConsoleMessage.Opening) {
      settling.call(this::load);
    }
  }

  /// Puts a changed ticket in the place of the old one, so that nothing jumps.
  void replace(TokenResponse changed) {
    tickets.replaceAll(ticket -> ticket.id().equals(changed.id()) ? changed : ticket);
    selection.keepVisible();
  }

  /// Loads the page; an earlier request still under way no longer matters.
  public void load() {
    loading.load(() -> apis.tickets().list(filter.query()), this::show);
  }

  private boolean show(Page<TokenResponse> page) {
    Pagination found = page.pagination();
    position.set(
        found == null ? Pagination.of(1, TicketQuery.PAGE_SIZE, page.data().size()) : found);
    tickets.setAll(page.data());
    selection.keepVisible();
    return tickets.isEmpty();
  }
}
