package dev.streamgate.console.events;

import dev.streamgate.console.api.EventQuery;
import dev.streamgate.console.api.EventQuery.Sort;
import dev.streamgate.console.api.EventQuery.Status;
import dev.streamgate.console.api.EventQuery.Timeframe;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which events the staff look at; every change asks at once.
public final class EventFilter {
  private final ObjectProperty<Status> status = new SimpleObjectProperty<>(Status.ALL);
  private final ObjectProperty<Timeframe> timeframe = new SimpleObjectProperty<>(Timeframe.ALL);
  private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.START_DATE);
  private final BooleanProperty archived = new SimpleBooleanProperty();

  EventFilter(Runnable changed) {
    status.addListener((_, _, _) -> changed.run());
    timeframe.addListener((_, _, _) -> changed.run());
    sort.addListener((_, _, _) -> changed.run());
    archived.addListener((_, _, _) -> changed.run());
  }

  public ObjectProperty<Status> statusProperty() {
    return status;
  }

  public ObjectProperty<Timeframe> timeframeProperty() {
    return timeframe;
  }

  public ObjectProperty<Sort> sortProperty() {
    return sort;
  }

  public BooleanProperty archivedProperty() {
    return archived;
  }

  /// Whether events may be missing from the list.
  public BooleanBinding anySet() {
    return Bindings.createBooleanBinding(
        () -> status.get() != Status.ALL || timeframe.get() != Timeframe.ALL, status, timeframe);
  }

  /// Looks for everything again.
  public void clear() {
    status.set(Status.ALL);
    timeframe.set(Timeframe.ALL);
  }

  EventQuery query() {
    return new EventQuery(status.get(), timeframe.get(), sort.get(), archived.get());
  }
}
