package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.changes.Committed;
import dev.streamgate.server.sessions.Seating.InUse;
import dev.streamgate.server.sessions.Seating.Seated;
import dev.streamgate.server.sessions.Seating.TicketGone;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Gives out the seats of tickets and takes them back (Spec, rules §5). Of any number of devices
/// that ask for one free seat at the same time, exactly one gets it. Thread-safe.
public final class Seats {
  private static final int SESSION_ID_BYTES = 16;

  private final SessionStore store;
  private final Changes changes;
  private final AuditTrail audit;
  private final Liveness liveness;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Endings endings;

  public Seats(
      SessionStore store,
      Changes changes,
      AuditTrail audit,
      Liveness liveness,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.changes = changes;
    this.audit = audit;
    this.liveness = liveness;
    this.clock = clock;
    this.random = random;
    this.endings = new Endings(store, audit);
  }

  /// Seats a device: in place of its own earlier session if it has one, else in a free slot, else,
  /// if it wants to and may, in place of the ticket's oldest session, or of as many of the oldest
  /// as are too many, should the ticket have become narrower meanwhile. The dead sessions of the
  /// ticket end in any case.
  ///
  /// @param alongside what else belongs to the same transaction, done once the device has its seat
  public Seating take(SeatRequest request, Requester requester, Consumer<Session> alongside) {
    try {
      return changes.commit(recorder -> seat(request, requester, alongside, recorder)).result();
    } catch (SlotTakenException e) {
      return new InUse(false);
    }
  }

  /// Frees the seat of a device that stops watching. A seat already free stays so.
  public void release(String sessionId, Requester requester) {
    end(sessionId, SessionEndReason.RELEASED, requester);
  }

  /// Frees a seat at the wish of staff.
  ///
  /// @return the number of the change; empty if there is no such session
  public OptionalLong releaseByStaff(String sessionId, Requester requester) {
    return end(sessionId, SessionEndReason.STAFF_RELEASED, requester).lastSeq();
  }

  private Seating seat(
      SeatRequest request,
      Requester requester,
      Consumer<Session> alongside,
      Changes.Recorder recorder) {
    OptionalInt takeoversUsed = store.lockTicket(request.ticketId());
    if (takeoversUsed.isEmpty()) {
      return new TicketGone();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean mayTakeOver = takeoversUsed.getAsInt() < request.maxTakeovers();
    SeatingPlan plan =
        SeatingPlan.of(
            store.ofTicket(request.ticketId()),
            session -> liveness.isAlive(session, now),
            request,
            mayTakeOver);
    List<Ending> ended = endings.free(plan.endings());
    Seating seating =
        plan.slot().isEmpty()
            ? new InUse(mayTakeOver)
            : new Seated(occupy(plan, request, requester, now));
    if (seating instanceof Seated(Session session)) {
      alongside.accept(session);
    }
    endings.announce(ended, requester, recorder);
    return seating;
  }

  private Session occupy(SeatingPlan plan, SeatRequest request, Requester requester, Instant now) {
    Session session = newSession(request, plan.slot().orElseThrow(), now);
    store.insert(session);
    if (plan.takesOver()) {
      store.countTakeover(request.ticketId());
    }
    audit.record(
        AuditEntry.of(AuditAction.SESSION_CREATED, requester)
            .event(session.eventId())
            .ticket(session.ticketId())
            .session(session.id()));
    return session;
  }

  private Session newSession(SeatRequest request, int slot, Instant now) {
    byte[] id = new byte[SESSION_ID_BYTES];
    random.nextBytes(id);
    return new Session(
        HexFormat.of().formatHex(id),
        request.ticketId(),
        request.eventId(),
        slot,
        SessionKind.VIEWER,
        request.device(),
        now,
        now,
        null);
  }

  private Committed<Boolean> end(String sessionId, SessionEndReason reason, Requester requester) {
    return changes.commit(recorder -> {
      List<Ending> ended =
          store.find(sessionId).map(session -> new Ending(session, reason)).stream().toList();
      endings.announce(endings.free(ended), requester, recorder);
      return !ended.isEmpty();
    });
  }
}
