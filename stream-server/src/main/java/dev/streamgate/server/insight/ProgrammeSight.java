package dev.streamgate.server.insight;

import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.ConsoleMessage.EventChange;
import dev.streamgate.model.insight.ConsoleMessage.EventHappening;
import dev.streamgate.model.insight.ConsoleMessage.Events;
import dev.streamgate.model.insight.ConsoleMessage.TicketChange;
import dev.streamgate.model.insight.ConsoleMessage.TicketHappening;
import dev.streamgate.model.insight.ConsoleMessage.Tickets;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.insight.Happenings.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which events and tickets changed, once a second and as hints: what they are now is asked for by
/// whoever shows them.
public final class ProgrammeSight implements Sight {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_ROWS = 5000;

  /// With more single tickets than this their event is named.
  private static final int MOST_TICKETS = 100;

  private static final Map<AuditAction, TicketHappening> OF_TICKETS =
      Map.of(
          AuditAction.CODE_ACCEPTED, TicketHappening.REDEEMED,
          AuditAction.TOKEN_REVOKED, TicketHappening.REVOKED,
          AuditAction.TOKEN_UNREVOKED, TicketHappening.REINSTATED,
          AuditAction.TOKEN_UPDATED, TicketHappening.EDITED);

  private static final Map<AuditAction, EventHappening> OF_EVENTS =
      Map.of(
          AuditAction.EVENT_CREATED, EventHappening.CREATED,
          AuditAction.EVENT_UPDATED, EventHappening.UPDATED,
          AuditAction.EVENT_ITEMS_UPDATED, EventHappening.UPDATED,
          AuditAction.EVENT_DEACTIVATED, EventHappening.DEACTIVATED,
          AuditAction.EVENT_REACTIVATED, EventHappening.REACTIVATED,
          AuditAction.EVENT_ARCHIVED, EventHappening.ARCHIVED,
          AuditAction.EVENT_UNARCHIVED, EventHappening.UNARCHIVED,
          AuditAction.EVENT_DELETED, EventHappening.DELETED);

  /// What concerns many tickets of an event.
  private static final Set<AuditAction> OF_MANY_TICKETS =
      Set.of(
          AuditAction.TOKENS_GENERATED,
          AuditAction.TOKENS_IMPORTED,
          AuditAction.EVENT_UPDATED,
          AuditAction.EVENT_DELETED);

  private final AuditTail tail;
  private final Pace pace;

  public ProgrammeSight(Happenings trail, LongSupplier nanoTime) {
    this.tail = new AuditTail(trail, MOST_ROWS, nanoTime);
    this.pace = new Pace(PAUSE, nanoTime);
  }

  /// Every action that this tells of.
  public static List<AuditAction> actions() {
    return List.of(AuditAction.values()).stream()
        .filter(action ->
            OF_TICKETS.containsKey(action)
                || OF_EVENTS.containsKey(action)
                || OF_MANY_TICKETS.contains(action))
        .toList();
  }

  @Override
  public void begin() {
    tail.begin();
    pace.rest(PAUSE);
  }

  @Override
  public List<ConsoleMessage> look() {
    if (!pace.isDue()) {
      return List.of();
    }
    return tail.next().map(ProgrammeSight::told).orElseGet(ProgrammeSight::everything);
  }

  @Override
  public List<ConsoleMessage> whole() {
    return List.of();
  }

  private static List<ConsoleMessage> everything() {
    return List.of(new Events(true, List.of()), new Tickets(true, List.of(), List.of()));
  }

  private static List<ConsoleMessage> told(List<Happening> rows) {
    List<ConsoleMessage> told = new ArrayList<>();
    List<EventChange> events =
        rows.stream().flatMap(row -> event(row).stream()).distinct().toList();
    if (!events.isEmpty()) {
      told.add(new Events(false, events));
    }
    Tickets tickets = tickets(rows);
    if (!tickets.events().isEmpty() || !tickets.tickets().isEmpty()) {
      told.add(tickets);
    }
    return told;
  }

  private static Tickets tickets(List<Happening> rows) {
    Map<String, Long> single =
        rows.stream()
            .filter(row -> ticket(row).isPresent() && row.eventId().isPresent())
            .collect(Collectors.groupingBy(row -> row.eventId().get(), Collectors.counting()));
    Predicate<String> isMany = event -> single.getOrDefault(event, 0L) > MOST_TICKETS;
    List<String> events =
        rows.stream()
            .filter(row ->
                OF_MANY_TICKETS.contains(row.action()) || row.eventId().filter(isMany).isPresent())
            .flatMap(row -> row.eventId().stream())
            .distinct()
            .toList();
    List<TicketChange> changes =
        rows.stream()
            .filter(row -> row.eventId().filter(events::contains).isEmpty())
            .flatMap(row -> ticket(row).stream())
            .distinct()
            .toList();
    return new Tickets(false, events, changes);
  }

  private static Optional<EventChange> event(Happening row) {
    return Optional.ofNullable(OF_EVENTS.get(row.action()))
        .flatMap(what -> row.eventId().map(id -> new EventChange(id, what)));
  }

  private static Optional<TicketChange> ticket(Happening row) {
    return Optional.ofNullable(OF_TICKETS.get(row.action()))
        .flatMap(what -> row.ticketId().map(id -> new TicketChange(id, what)));
  }
}
