package dev.streamgate.console.events;

import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The events the staff look at.
public final class EventsViewModel {
  private final EventsApi api;
  private final ServerCalls calls;
  private final ScreenStatus status;
  private final EventFilter filter = new EventFilter(this::refresh);
  private final ObservableList<EventResponse> events = FXCollections.observableArrayList();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private Running request = Running.NOTHING;

  public EventsViewModel(EventsApi api, ServerCalls calls, FailureTexts failures) {
    this.api = api;
    this.calls = calls;
    this.status = new ScreenStatus(failures);
  }

  public ScreenStatus status() {
    return status;
  }

  public EventFilter filter() {
    return filter;
  }

  public ObservableList<EventResponse> events() {
    return events;
  }

  public void told(ConsoleMessage message) {
    if (message instanceof ConsoleMessage.Events || message instanceof ConsoleMessage.Opening) {
      refresh();
    }
  }

  /// Loads the list anew; an earlier request still under way no longer matters.
  public void refresh() {
    request.cancel();
    status.loading();
    request = calls.ask(busy, () -> api.list(filter.query()), this::show, status::failed);
  }

  private void show(List<EventResponse> found) {
    events.setAll(found);
    status.loaded(found.isEmpty());
  }
}
