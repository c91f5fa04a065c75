package dev.streamgate.server.tickets;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.events.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/// Turns codes into tickets that nobody has used. Thread-safe.
public final class TicketMint {
  private final InstantSource clock;
  private final Supplier<String> ids;

  /// @param ids gives each ticket its id
  public TicketMint(InstantSource clock, Supplier<String> ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// One ticket for each code, all made at the same instant.
  List<Ticket> batch(Event event, BatchOrder order, List<TicketCode> codes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return codes.stream().map(code -> ticket(event, order, code, now)).toList();
  }

  /// One ticket for each row, all made at the same instant; only for rows without flaw.
  List<Ticket> imported(Event event, List<ImportedRow> rows) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return rows.stream()
        .map(row -> ticket(event, BatchOrder.imported(row.label()), row.code().orElseThrow(), now))
        .toList();
  }

  private Ticket ticket(Event event, BatchOrder order, TicketCode code, Instant now) {
    return new Ticket(
        ids.get(),
        code,
        order.style(),
        event.id(),
        order.label(),
        null,
        null,
        null,
        event.ticketsExpireAt(),
        order.maxSessions(),
        0,
        order.accessLevel(),
        order.item(),
        order.maxHeight(),
        now);
  }
}
