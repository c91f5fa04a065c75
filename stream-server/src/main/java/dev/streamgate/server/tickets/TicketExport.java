package dev.streamgate.server.tickets;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Hands out all tickets of an event as a spreadsheet. Thread-safe.
public final class TicketExport {
  private final TicketListing listing;
  private final EventStore events;
  private final AuditTrail audit;
  private final InstantSource clock;

  public TicketExport(
      TicketListing listing, EventStore events, AuditTrail audit, InstantSource clock) {
    this.listing = listing;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// A spreadsheet, and the title of the event whose tickets it holds.
  public record Spreadsheet(String eventTitle, String csv) {}

  /// What a spreadsheet tells of each ticket.
  public enum Columns {
    TICKET,
    TICKET_AND_PROGRESS
  }

  /// Empty if there is no such event.
  public Optional<Spreadsheet> of(EventId eventId, Columns columns, Requester by) {
    return events.find(eventId).map(event -> export(event, columns, by));
  }

  private Spreadsheet export(Event event, Columns columns, Requester by) {
    Instant now = clock.instant();
    TicketSheet sheet = new TicketSheet(event.title(), columns, now);
    listing.forEach(TicketFilter.of(event.id()), now, sheet::add);
    audit.record(
        AuditEntry.of(AuditAction.TOKENS_EXPORTED, by)
            .event(event.id().value())
            .detail("%d tickets".formatted(sheet.size())));
    return new Spreadsheet(event.title(), sheet.text());
  }
}
