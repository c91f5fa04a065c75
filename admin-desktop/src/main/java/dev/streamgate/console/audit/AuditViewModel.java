package dev.streamgate.console.audit;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.AuditQuery;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.api.TicketQuery;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.Pagination;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One page of the audit log, the newest rows first.
public final class AuditViewModel {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
  private static final Duration TYPING_PAUSE = Duration.ofMillis(300);

  private final ServerApis apis;
  private final Loading loading;
  private final InstantSource clock;
  private final ObjectProperty<Optional<String>> action =
      new SimpleObjectProperty<>(Optional.empty());
  private final AuditPeriod period;
  private final ObjectProperty<Optional<EventChoice>> event =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty ticket = new SimpleStringProperty("");
  private final ObservableList<AuditLogEntry> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Pagination> position =
      new ReadOnlyObjectWrapper<>(Pagination.of(1, AuditQuery.PAGE_SIZE, 0));
  private final Debounce typing;
  private int page = 1;
  private boolean clearing;

  public AuditViewModel(
      ServerApis apis, Loading loading, InstantSource clock, ZoneId zone, TaskRunner tasks) {
    this.apis = apis;
    this.loading = loading;
    this.clock = clock;
    this.period = new AuditPeriod(zone);
    this.typing = new Debounce(tasks, TYPING_PAUSE);
    action.addListener((_, _, _) -> fromFirstPage());
    for (Observable part : period.parts()) {
      part.addListener(changed -> fromFirstPage());
    }
    event.addListener((_, _, _) -> fromFirstPage());
    ticket.addListener((_, _, _) -> typing.call(this::fromFirstPage));
  }

  public ScreenStatus status() {
    return loading.status();
  }

  public ObservableList<AuditLogEntry> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<Pagination> positionProperty() {
    return position.getReadOnlyProperty();
  }

  public ObjectProperty<Optional<String>> actionProperty() {
    return action;
  }

  public AuditPeriod period() {
    return period;
  }

  public ObjectProperty<Optional<EventChoice>> eventProperty() {
    return event;
  }

  /// A ticket's code or id; blank for all.
  public StringProperty ticketProperty() {
    return ticket;
  }

  public BooleanBinding anySet() {
    return Bindings.createBooleanBinding(
        () ->
            action.get().isPresent()
                || period.spanProperty().get() != AuditPeriod.Span.ALL
                || event.get().isPresent()
                || !ticket.get().isBlank(),
        action,
        period.spanProperty(),
        event,
        ticket);
  }

  public void clear() {
    clearing = true;
    action.set(Optional.empty());
    period.clear();
    event.set(Optional.empty());
    ticket.set("");
    clearing = false;
    fromFirstPage();
  }

  public void turnTo(int wanted) {
    page = wanted;
    refresh();
  }

  public void refresh() {
    String wanted = ticket.get().trim();
    int at = page;
    loading.load(() -> ticketId(wanted).then(id -> rows(id, at)), this::show);
  }

  private void fromFirstPage() {
    if (clearing || period.isReversed()) {
      return;
    }
    typing.cancel();
    page = 1;
    refresh();
  }

  private Answer<Page<AuditLogEntry>> rows(String ticketId, int at) {
    return apis.support()
        .audit(
            new AuditQuery(
                action.get().orElse(""),
                period.since(clock.instant()),
                period.until(),
                event.get().map(EventChoice::id).orElse(""),
                ticketId,
                at));
  }

  /// The log knows no codes, so that a code is looked up first. One that nobody has finds nothing.
  private Answer<String> ticketId(String typed) {
    if (typed.isEmpty() || ID.matcher(typed).matches()) {
      return Answer.of(typed);
    }
    return apis.tickets()
        .list(new TicketQuery(Optional.empty(), Optional.empty(), typed, 1))
        .map(found -> found.data().isEmpty() ? "none" : found.data().getFirst().id());
  }

  private boolean show(Page<AuditLogEntry> found) {
    Pagination at = found.pagination();
    position.set(at == null ? Pagination.of(1, AuditQuery.PAGE_SIZE, found.data().size()) : at);
    rows.setAll(found.data());
    return rows.isEmpty();
  }
}
