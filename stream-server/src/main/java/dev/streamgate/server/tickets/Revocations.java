package dev.streamgate.server.tickets;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change.Reinstated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.changes.Committed;
import dev.streamgate.server.changes.Settlement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Revokes tickets and takes that back (Spec, rules §10). Revoking again keeps the first time and
/// writes nothing. Thread-safe.
public final class Revocations {
  private final TicketStore tickets;
  private final Settlement settlement;
  private final AuditTrail audit;
  private final InstantSource clock;

  public Revocations(
      TicketStore tickets, Settlement settlement, AuditTrail audit, InstantSource clock) {
    this.tickets = tickets;
    this.settlement = settlement;
    this.audit = audit;
    this.clock = clock;
  }

  public Committed<Revocation> revoke(String id, Requester by) {
    return settlement.commit(recorder ->
        tickets
            .findById(id)
            .map(ticket -> revoke(ticket, by, recorder))
            .orElse(Revocation.UNKNOWN));
  }

  /// Lets a ticket in again, unless it has expired.
  public Committed<Revocation> unrevoke(String id, Requester by) {
    return settlement.commit(recorder ->
        tickets
            .findById(id)
            .map(ticket -> unrevoke(ticket, by, recorder))
            .orElse(Revocation.UNKNOWN));
  }

  /// Revokes all of the tickets, or none if one of them does not exist.
  public Committed<BulkRevocation> revokeAll(Set<String> ids, Requester by) {
    return settlement.commit(recorder -> {
      List<Ticket> found = tickets.findAllById(ids);
      return found.size() == ids.size()
          ? revokeAll(found, by, recorder)
          : new BulkRevocation.Unknown(missing(ids, found));
    });
  }

  private Revocation revoke(Ticket ticket, Requester by, Changes.Recorder recorder) {
    if (!tickets.revoke(List.of(ticket.id()), now()).isEmpty()) {
      audit.record(entry(AuditAction.TOKEN_REVOKED, ticket, by));
      recorder.record(new Revoked(ticket.code().value()));
    }
    return Revocation.SETTLED;
  }

  private Revocation unrevoke(Ticket ticket, Requester by, Changes.Recorder recorder) {
    if (ticket.isExpiredAt(now())) {
      return Revocation.EXPIRED;
    }
    if (tickets.unrevoke(ticket.id())) {
      audit.record(entry(AuditAction.TOKEN_UNREVOKED, ticket, by));
      recorder.record(new Reinstated(ticket.code().value()));
    }
    return Revocation.SETTLED;
  }

  /// Every row is locked before the first change is recorded, which waits for all other writers.
  private BulkRevocation revokeAll(List<Ticket> found, Requester by, Changes.Recorder recorder) {
    Set<String> revokedIds = Set.copyOf(tickets.revoke(ids(found), now()));
    List<Ticket> revoked = found.stream().filter(it -> revokedIds.contains(it.id())).toList();
    if (!revoked.isEmpty()) {
      audit.record(
          AuditEntry.of(AuditAction.TOKENS_BULK_REVOKED, by)
              .detail("%d tickets revoked".formatted(revoked.size())));
    }
    revoked.forEach(it -> audit.record(entry(AuditAction.TOKEN_REVOKED, it, by).reason("bulk")));
    revoked.forEach(it -> recorder.record(new Revoked(it.code().value())));
    return new BulkRevocation.Settled(revoked.size());
  }

  private static List<String> missing(Set<String> ids, List<Ticket> found) {
    Set<String> known = new HashSet<>(ids(found));
    return ids.stream().filter(id -> !known.contains(id)).sorted().toList();
  }

  private static List<String> ids(List<Ticket> tickets) {
    return tickets.stream().map(Ticket::id).toList();
  }

  private static AuditEntry entry(AuditAction action, Ticket ticket, Requester by) {
    return AuditEntry.of(action, by).event(ticket.eventId().value()).ticket(ticket.id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
