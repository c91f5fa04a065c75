package dev.streamgate.console.tickets;

import dev.streamgate.console.api.TicketQuery;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.task.Pace;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.model.tickets.TokenStatus;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the staff are looking for. A changed choice asks at once, and so does the first key;
/// further keys ask a few times a second. All begin at the first page again.
public final class TicketFilter {
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(150);

  private final ObjectProperty<Optional<EventChoice>> event =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<TokenStatus>> status =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty search = new SimpleStringProperty("");
  private final IntegerProperty page = new SimpleIntegerProperty(1);
  private final Pace typing;
  private boolean fixed;
  private boolean clearing;
  private final Runnable changed;

  TicketFilter(TaskRunner tasks, Runnable changed) {
    this.typing = new Pace(tasks, BETWEEN_KEYS);
    this.changed = changed;
    event.addListener((_, _, _) -> fromFirstPage());
    status.addListener((_, _, _) -> fromFirstPage());
    search.addListener((_, _, _) -> typed());
  }

  public ObjectProperty<Optional<EventChoice>> eventProperty() {
    return event;
  }

  public ObjectProperty<Optional<TokenStatus>> statusProperty() {
    return status;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /// 1-based.
  public IntegerProperty pageProperty() {
    return page;
  }

  /// Whether anything is left out.
  public BooleanBinding anySet() {
    return Bindings.createBooleanBinding(
        () ->
            (!fixed && event.get().isPresent())
                || status.get().isPresent()
                || !search.get().isBlank(),
        event,
        status,
        search);
  }

  /// Whether the tickets of a single event are looked at.
  public BooleanBinding oneEvent() {
    return Bindings.createBooleanBinding(() -> event.get().isPresent(), event);
  }

  /// Looks at the tickets of this event alone from now on.
  public void fixTo(EventChoice only) {
    fixed = true;
    page.set(1);
    event.set(Optional.of(only));
  }

  /// Looks for everything again.
  public void clear() {
    clearing = true;
    if (!fixed) {
      event.set(Optional.empty());
    }
    status.set(Optional.empty());
    search.set("");
    clearing = false;
    fromFirstPage();
  }

  /// Goes to a page; asking for it is left to this filter.
  public void turnTo(int wanted) {
    if (wanted != page.get()) {
      page.set(wanted);
      changed.run();
    }
  }

  TicketQuery query() {
    return new TicketQuery(
        event.get().map(EventChoice::id), status.get(), search.get().trim(), page.get());
  }

  private void typed() {
    if (!clearing) {
      typing.call(this::fromFirstPage);
    }
  }

  private void fromFirstPage() {
    if (clearing) {
      return;
    }
    typing.cancel();
    page.set(1);
    changed.run();
  }
}
