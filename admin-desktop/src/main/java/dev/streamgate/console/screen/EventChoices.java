package dev.streamgate.console.screen;

import dev.streamgate.console.api.EventQuery;
import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.connection.ServerCalls;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All events, to choose from; screens that offer them share it.
public final class EventChoices {
  private final EventsApi api;
  private final ServerCalls calls;
  private final ObservableList<EventChoice> events = FXCollections.observableArrayList();
  private final BooleanProperty busy = new SimpleBooleanProperty();

  public EventChoices(EventsApi api, ServerCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  public ObservableList<EventChoice> events() {
    return events;
  }

  public void refresh() {
    calls.ask(
        busy,
        () -> api.list(EventQuery.EVERYTHING),
        all -> events.setAll(all.stream().map(EventChoice::of).toList()),
        failure -> {});
  }
}
