package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Changes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The items of events, and when each of them opens. Tokens that viewers already have follow at
/// their next refresh. Thread-safe.
public final class EventItems {
  private static final int LONGEST_DETAIL = 1_000;

  private final EventItemStore items;
  private final EventStore events;
  private final Changes changes;
  private final AuditTrail audit;

  public EventItems(EventItemStore items, EventStore events, Changes changes, AuditTrail audit) {
    this.items = items;
    this.events = events;
    this.changes = changes;
    this.audit = audit;
  }

  /// Empty if there is no such event.
  public Optional<List<EventItem>> of(EventId event) {
    return events.find(event).map(it -> items.of(event));
  }

  /// Gives the event these items and no others. Tickets for an item that is left out keep their
  /// folder.
  public ItemsOutcome replace(EventId event, EventItemsRequest sent, Requester by) {
    List<ItemForm> forms = ItemForm.of(sent);
    return ItemForm.problem(forms)
        .<ItemsOutcome>map(ItemsOutcome.Refused::new)
        .orElseGet(() -> replace(event, forms.stream().map(ItemForm::item).toList(), by));
  }

  private ItemsOutcome replace(EventId event, List<EventItem> wanted, Requester by) {
    return changes.commit(recorder -> store(event, wanted, by)).result();
  }

  private ItemsOutcome store(EventId event, List<EventItem> wanted, Requester by) {
    if (!events.hold(event)) {
      return new ItemsOutcome.Unknown();
    }
    items.replace(event, wanted);
    audit.record(
        AuditEntry.of(AuditAction.EVENT_ITEMS_UPDATED, by)
            .event(event.value())
            .detail(description(wanted)));
    return new ItemsOutcome.Saved(wanted);
  }

  private static String description(List<EventItem> items) {
    String all =
        items.stream()
            .map(EventItems::description)
            .collect(Collectors.joining(", ", "Items: ", ""));
    return items.isEmpty() ? "No items" : all.substring(0, Math.min(all.length(), LONGEST_DETAIL));
  }

  private static String description(EventItem item) {
    return item.availableAt() == null
        ? item.name().value()
        : item.name() + " from " + WireJson.instant(item.availableAt());
  }
}
