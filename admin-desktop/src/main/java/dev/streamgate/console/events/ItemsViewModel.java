package dev.streamgate.console.events;

import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.PanelForm;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.EventResponse;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The items of an event, changed together.
public final class ItemsViewModel implements PanelForm {
  private final EventsApi api;
  private final ServerCalls calls;
  private final FailureTexts failures;
  private final ZoneId zone;
  private final EventResponse event;
  private final ObservableList<ItemDraft> items =
      FXCollections.observableArrayList(ItemDraft::parts);
  private final StringProperty error = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final List<List<Object>> before;

  public ItemsViewModel(
      EventsApi api, ServerCalls calls, FailureTexts failures, ZoneId zone, EventResponse event) {
    this.api = api;
    this.calls = calls;
    this.failures = failures;
    this.zone = zone;
    this.event = event;
    List<EventItemResponse> known = event.items();
    if (known != null) {
      known.forEach(item -> items.add(ItemDraft.of(item, zone)));
    }
    if (items.isEmpty()) {
      add();
    }
    before = typed();
  }

  public ObservableList<ItemDraft> items() {
    return items;
  }

  public String eventTitle() {
    return event.title();
  }

  @Override
  public StringProperty errorProperty() {
    return error;
  }

  @Override
  public BooleanProperty busyProperty() {
    return busy;
  }

  public void add() {
    if (items.size() < EventItemsRequest.MAX_ITEMS) {
      items.add(new ItemDraft(zone));
    }
  }

  public void remove(ItemDraft item) {
    items.remove(item);
  }

  @Override
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(
            () -> items.stream().allMatch(ItemDraft::isComplete), items)
        .and(busy.not())
        .and(calls.connection().onlineProperty());
  }

  boolean isTouched() {
    return !typed().equals(before);
  }

  private List<List<Object>> typed() {
    return items.stream().map(ItemDraft::typed).toList();
  }

  public void save(Runnable saved) {
    if (!ready().get()) {
      return;
    }
    EventItemsRequest request =
        new EventItemsRequest(items.stream().map(ItemDraft::request).toList());
    error.set("");
    calls.ask(
        busy,
        () -> api.items(event.id(), request),
        done -> saved.run(),
        failure -> error.set(failures.of(failure)));
  }
}
