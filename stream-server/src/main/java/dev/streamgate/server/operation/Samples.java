package dev.streamgate.server.operation;

import dev.streamgate.model.operation.SampleEvents;
import dev.streamgate.model.operation.SampleEvents.SampleEvent;
import dev.streamgate.model.operation.SampleEvents.SampleTicket;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventErasure;
import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.operation.SampleProgramme.Kind;
import dev.streamgate.server.tickets.CodeGenerator;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Loads the sample events with tickets in every state, in the place of those that were loaded
/// before. Nothing else is touched. Thread-safe.
public final class Samples {
  private static final String LABEL = "Sample";
  private static final Duration AGO = Duration.ofMinutes(10);

  private final Changes changes;
  private final EventStore events;
  private final EventErasure erasure;
  private final TicketStore tickets;
  private final CodeGenerator codes;
  private final Trail trail;

  public Samples(
      Changes changes,
      EventStore events,
      EventErasure erasure,
      TicketStore tickets,
      CodeGenerator codes,
      Trail trail) {
    this.changes = changes;
    this.events = events;
    this.erasure = erasure;
    this.tickets = tickets;
    this.codes = codes;
    this.trail = trail;
  }

  /// What is written down of it, and when.
  public record Trail(AuditTrail audit, InstantSource clock) {}

  /// Loads all of them, or changes nothing.
  public SampleEvents load(Requester by) {
    return changes
        .commit(recorder -> {
          List<Change> consequences = new ArrayList<>();
          List<SampleEvent> loaded =
              List.of(SampleProgramme.values()).stream()
                  .map(sample -> load(sample, consequences, by))
                  .toList();
          consequences.forEach(recorder::record);
          return new SampleEvents(loaded);
        })
        .result();
  }

  private SampleEvent load(SampleProgramme sample, List<Change> consequences, Requester by) {
    Event event = sample.at(now());
    if (events.hold(event.id())) {
      consequences.addAll(erasure.erase(events.find(event.id()).orElseThrow(), by));
      // Otherwise the media side would go on refusing what was deleted.
      consequences.add(new EventReactivated(event.id().value()));
    }
    events.insert(event);
    List<Ticket> made = tickets(event);
    tickets.insertAll(made);
    made.stream()
        .filter(Ticket::isRevoked)
        .forEach(it -> consequences.add(new Revoked(it.code().value())));
    note(AuditAction.EVENT_CREATED, event, event.title(), by);
    note(AuditAction.TOKENS_GENERATED, event, made.size() + " tickets, label " + LABEL, by);
    return told(event, made);
  }

  private List<Ticket> tickets(Event event) {
    int count = SampleProgramme.TICKETS.size();
    List<TicketCode> drawn =
        codes
            .draw(count, CodeStyle.PRINT, tickets::taken)
            .orElseThrow(() -> new IllegalStateException("codes kept colliding with others"));
    List<Ticket> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(ticket(event, drawn.get(i), SampleProgramme.TICKETS.get(i)));
    }
    return made;
  }

  private Ticket ticket(Event event, TicketCode code, Kind kind) {
    Instant earlier = now().minus(AGO);
    return new Ticket(
        UUID.randomUUID().toString(),
        code,
        CodeStyle.PRINT,
        event.id(),
        LABEL,
        when(kind == Kind.REVOKED, earlier),
        when(kind == Kind.REDEEMED, earlier),
        null,
        kind == Kind.EXPIRED ? earlier : event.ticketsExpireAt(),
        1,
        0,
        AccessLevel.STANDARD,
        null,
        null,
        event.createdAt());
  }

  private SampleEvent told(Event event, List<Ticket> made) {
    Instant now = now();
    return new SampleEvent(
        event.id().value(),
        event.title(),
        event.schedule().startsAt(),
        event.schedule().endsAt(),
        made.stream().map(it -> new SampleTicket(it.code().display(), it.statusAt(now))).toList());
  }

  private void note(AuditAction action, Event event, String detail, Requester by) {
    trail.audit().record(AuditEntry.of(action, by).event(event.id().value()).detail(detail));
  }

  private static @Nullable Instant when(boolean condition, Instant instant) {
    return condition ? instant : null;
  }

  private Instant now() {
    return trail.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
