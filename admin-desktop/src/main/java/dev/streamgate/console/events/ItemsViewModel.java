package dev.streamgate.console.events;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.Meanwhile;
import dev.streamgate.console.screen.PanelForm;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.EventResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
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
  private final Meanwhile meanwhile;
  private final EventResponse event;
  private final ObservableList<ItemDraft> items =
      FXCollections.observableArrayList(ItemDraft::parts);
  private final StringProperty error = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final List<List<Object>> before;

  public ItemsViewModel(
      EventsApi api,
      ServerCalls calls,
      FailureTexts failures,
      ZoneId zone,
      Meanwhile meanwhile,
      EventResponse event) {
    this.meanwhile = meanwhile;
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
    items.addListener((Observable changed) -> error.set(""));
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
        () -> api.event(event.id()),
        now -> meanwhile.unless(overwritten(now), () -> send(request, saved)),
        this::refused);
  }

  private void send(EventItemsRequest request, Runnable saved) {
    calls.ask(busy, () -> api.items(event.id(), request), done -> saved.run(), this::refused);
  }

  private void refused(ApiFailure failure) {
    error.set(failures.of(failure));
  }

  /// The items are sent as a whole; if somebody has changed any, this tells what there is now.
  private List<String> overwritten(EventResponse now) {
    List<EventItemResponse> theirs = known(now);
    return theirs.equals(known(event))
        ? List.of()
        : theirs.stream()
            .map(item -> meanwhile.line(item.item(), Objects.requireNonNullElse(item.title(), "")))
            .toList();
  }

  private static List<EventItemResponse> known(EventResponse event) {
    return Objects.requireNonNullElse(event.items(), List.<EventItemResponse>of());
  }
}
