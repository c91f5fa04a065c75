package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.ChangeLog;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.sessions.ContentSeating.Full;
import dev.streamgate.server.sessions.ContentSeating.IdUsed;
import dev.streamgate.server.sessions.ContentSeating.Seated;
import dev.streamgate.server.sessions.ContentSeating.TicketGone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Gives seats of tickets to partners' players, which send no heartbeats: they keep theirs until
/// their token expires or somebody takes it back (Spec, rules §5). The seats are those that viewers
/// take too. Thread-safe.
public final class ContentSeats {
  private final SessionStore store;
  private final Changes changes;
  private final ChangeLog log;
  private final AuditTrail audit;
  private final Liveness liveness;
  private final InstantSource clock;
  private final Endings endings;

  public ContentSeats(
      SessionStore store,
      Changes changes,
      ChangeLog log,
      AuditTrail audit,
      Liveness liveness,
      InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.log = log;
    this.audit = audit;
    this.liveness = liveness;
    this.clock = clock;
    this.endings = new Endings(store, audit);
  }

  /// Seats a player, or lets it keep the seat it has, for as long as its new token lives and at
  /// least as long as before. The dead sessions of the ticket end in any case.
  public ContentSeating take(ContentSeatRequest request, Requester requester) {
    try {
      return changes.commit(recorder -> seat(request, requester, recorder)).result();
    } catch (SlotTakenException e) {
      return new Full(request.maxSessions(), request.maxSessions());
    }
  }

  /// Ends a session at the wish of the partner or of its player.
  ///
  /// @return the number of the change; empty if there is no such session
  public OptionalLong revoke(String sessionId, Requester requester) {
    return changes
        .commit(recorder -> {
          List<Ending> ended =
              store.find(sessionId).stream()
                  .map(session -> new Ending(session, SessionEndReason.REVOKED))
                  .toList();
          endings.announce(endings.free(ended), requester, recorder);
          return ended.size();
        })
        .lastSeq();
  }

  private ContentSeating seat(
      ContentSeatRequest request, Requester requester, Changes.Recorder recorder) {
    if (store.lockTicket(request.ticketId()).isEmpty()) {
      return new TicketGone();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Session> sessions = store.ofTicket(request.ticketId());
    Optional<Session> own =
        sessions.stream()
            .filter(session -> session.id().equals(request.sessionId()))
            .filter(session -> liveness.isAlive(session, now))
            .findFirst();
    if (own.isPresent()) {
      return new Seated(keep(own.get(), request.expiresAt(), now));
    }
    return isUsed(request.sessionId())
        ? new IdUsed()
        : seatAnew(sessions, request, requester, recorder, now);
  }

  private ContentSeating seatAnew(
      List<Session> sessions,
      ContentSeatRequest request,
      Requester requester,
      Changes.Recorder recorder,
      Instant now) {
    SeatingPlan plan =
        SeatingPlan.of(sessions, session -> liveness.isAlive(session, now), request.seat(), false);
    List<Ending> ended = endings.free(plan.endings());
    ContentSeating seating =
        plan.slot().isEmpty()
            ? new Full(sessions.size() - plan.endings().size(), request.maxSessions())
            : new Seated(occupy(request, plan.slot().getAsInt(), requester, now));
    endings.announce(ended, requester, recorder);
    return seating;
  }

  private boolean isUsed(String sessionId) {
    return store.find(sessionId).isPresent() || log.endOf(sessionId).isPresent();
  }

  /// A viewer's session lives by its heartbeats, also when a partner asks for its token.
  private Session keep(Session own, Instant expiresAt, Instant now) {
    if (own.kind() == SessionKind.VIEWER) {
      return own;
    }
    Session kept = own.lastingUntil(expiresAt, now);
    store.extend(kept);
    return kept;
  }

  private Session occupy(ContentSeatRequest request, int slot, Requester requester, Instant now) {
    Session session =
        new Session(
            request.sessionId(),
            request.ticketId(),
            request.eventId(),
            slot,
            SessionKind.CONTENT,
            request.device(),
            now,
            now,
            request.expiresAt());
    store.insert(session);
    audit.record(
        AuditEntry.of(AuditAction.SESSION_CREATED, requester)
            .event(session.eventId())
            .ticket(session.ticketId())
            .session(session.id()));
    return session;
  }
}
