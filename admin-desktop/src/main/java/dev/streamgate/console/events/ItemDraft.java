package dev.streamgate.console.events;

import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.ItemName;
import dev.streamgate.model.json.WireJson;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An item of an event as it is typed; without a date it is open.
public final class ItemDraft {
  private final StringProperty item = new SimpleStringProperty("");
  private final StringProperty title = new SimpleStringProperty("");
  private final Moment opening;

  ItemDraft(ZoneId zone) {
    opening = new Moment(zone);
  }

  static ItemDraft of(EventItemResponse known, ZoneId zone) {
    ItemDraft draft = new ItemDraft(zone);
    draft.item.set(known.item());
    draft.title.set(Objects.requireNonNullElse(known.title(), ""));
    if (known.availableAt() != null) {
      draft.opening.set(known.availableAt());
    }
    return draft;
  }

  public StringProperty itemProperty() {
    return item;
  }

  public StringProperty titleProperty() {
    return title;
  }

  public Moment opening() {
    return opening;
  }

  /// A folder, and either no date or a whole one.
  boolean isComplete() {
    boolean noDate = opening.dateProperty().get() == null && opening.timeProperty().get().isBlank();
    return ItemName.isValid(item.get().trim()) && (noDate || opening.instant().isPresent());
  }

  EventItemsRequest.Item request() {
    return new EventItemsRequest.Item(
        item.get().trim(),
        title.get().isBlank() ? null : title.get().trim(),
        opening.instant().map(WireJson::instant).orElse(null));
  }

  /// All that is typed, to be compared.
  List<Object> typed() {
    return List.of(
        item.get(),
        title.get(),
        Optional.ofNullable(opening.dateProperty().get()),
        opening.timeProperty().get());
  }

  Observable[] parts() {
    return new Observable[] {item, title, opening.dateProperty(), opening.timeProperty()};
  }
}
