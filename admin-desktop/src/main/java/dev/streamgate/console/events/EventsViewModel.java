package dev.streamgate.console.events;

import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The events the staff look at.
public final class EventsViewModel {
  private final EventsApi api;
  private final Loading loading;
  private final EventFilter filter = new EventFilter(this::refresh);
  private final ObservableList<EventResponse> events = FXCollections.observableArrayList();

  public EventsViewModel(EventsApi api, Loading loading) {
    this.api = api;
    this.loading = loading;
  }

  public ScreenStatus status() {
    return loading.status();
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
    loading.load(() -> api.list(filter.query()), this::show);
  }

  private boolean show(List<EventResponse> found) {
    events.setAll(found);
    return found.isEmpty();
  }
}
