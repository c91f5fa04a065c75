package dev.streamgate.server.playback;

import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.tickets.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that decides what a ticket opens, as it was at one instant.
///
/// @param lockedItems the event's folders that were not open yet
public record Entitlement(Ticket ticket, Event event, List<LockedItem> lockedItems, Instant at) {
  public Entitlement {
    lockedItems = List.copyOf(lockedItems);
  }

  /// The folder that the ticket opens: the event's, or that of its one item.
  public String pathPrefix() {
    String eventFolder = StreamPath.buildStreamPathPrefix(event.id());
    return item().map(item -> eventFolder + item + "/").orElse(eventFolder);
  }

  /// What is left of it for one item, or for the whole event; empty if the ticket is not for that.
  ///
  /// @param wanted the item; empty for the whole event
  public Optional<Entitlement> narrowedTo(Optional<String> wanted) {
    if (item().equals(wanted)) {
      return Optional.of(this);
    }
    return item().isPresent()
        ? Optional.empty()
        : wanted.map(name -> new Entitlement(ticket.forItem(name), event, lockedItems, at));
  }

  /// The folders that the ticket does not open although they lie below its own. A ticket for staff
  /// has none.
  public List<String> closedFolders() {
    return ticket.isForStaff() || item().isPresent()
        ? List.of()
        : lockedItems.stream().map(LockedItem::item).toList();
  }

  /// When the ticket's one item opens, if it has one and that is not open yet.
  Optional<Instant> itemAvailableAt() {
    return lockedItems.stream()
        .filter(locked -> locked.item().equals(ticket.item()))
        .map(LockedItem::availableAt)
        .findFirst();
  }

  private Optional<String> item() {
    return Optional.ofNullable(ticket.item());
  }
}
