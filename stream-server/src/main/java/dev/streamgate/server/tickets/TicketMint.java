package dev.streamgate.server.tickets;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.events.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes tickets that nobody has used. Thread-safe.
public final class TicketMint {
  private final CodeGenerator codes;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /// @param ids gives each ticket its id
  public TicketMint(CodeGenerator codes, InstantSource clock, Supplier<String> ids) {
    this.codes = codes;
    this.clock = clock;
    this.ids = ids;
  }

  /// As many tickets as were ordered, all made at the same instant.
  ///
  /// @param taken tells which of some canonical codes are in use
  /// @return empty if codes kept colliding
  Optional<List<Ticket>> batch(
      Event event, BatchOrder order, Function<Collection<String>, Set<String>> taken) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return codes
        .draw(order.count(), order.style(), taken)
        .map(drawn -> drawn.stream().map(code -> ticket(event, order, code, now)).toList());
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
