package dev.streamgate.console.screen;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.EventQuery;
import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.model.events.EventResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Events to choose from.
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

  /// Loads all there are, to look for something by.
  public void refresh() {
    calls.ask(
        busy, () -> api.list(EventQuery.EVERYTHING), all -> show(choices(all)), failure -> {});
  }

  /// Loads those that are not archived, to make something for, and chooses `first` or the only one
  /// there is. Whoever comes from an archived event finds it, too.
  public void offer(
      Optional<EventChoice> first,
      Property<Optional<EventChoice>> choice,
      Consumer<ApiFailure> failed) {
    calls.ask(
        busy,
        () -> api.list(EventQuery.DEFAULT),
        all -> {
          show(Stream.concat(choices(all), first.stream()).distinct());
          choice.setValue(first.or(this::onlyOne));
        },
        failed);
  }

  private void show(Stream<EventChoice> choices) {
    events.setAll(choices.toList());
  }

  private Optional<EventChoice> onlyOne() {
    return events.size() == 1 ? Optional.of(events.getFirst()) : Optional.empty();
  }

  private static Stream<EventChoice> choices(List<EventResponse> all) {
    return all.stream().map(EventChoice::of);
  }
}
