package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.changes.ChangeLog;
import dev.streamgate.server.sessions.Standing.Alive;
import dev.streamgate.server.sessions.Standing.Displaced;
import dev.streamgate.server.sessions.Standing.Lost;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Knows who still sits where, and listens for heartbeats (Spec, rules §5). Thread-safe.
public final class Attendance {
  private final SessionStore store;
  private final ChangeLog log;
  private final HeartbeatBuffer heartbeats;
  private final Liveness liveness;
  private final InstantSource clock;

  public Attendance(
      SessionStore store,
      ChangeLog log,
      HeartbeatBuffer heartbeats,
      Liveness liveness,
      InstantSource clock) {
    this.store = store;
    this.log = log;
    this.heartbeats = heartbeats;
    this.liveness = liveness;
    this.clock = clock;
  }

  /// Takes a heartbeat, if the session is alive; a dead one stays dead. A heartbeat that comes so
  /// late that another process on the same database could end the session before it is written is
  /// written at once, and counts only if that was in time.
  ///
  /// @param maxSessions how many seats the ticket has
  public Standing heartbeat(String sessionId, String ticketId, int maxSessions) {
    Standing standing = standing(sessionId, ticketId, maxSessions);
    return standing instanceof Alive(Session session) && !hear(session)
        ? standing(sessionId, ticketId, maxSessions)
        : standing;
  }

  private boolean hear(Session stored) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (liveness.looksNearlyDead(stored, now)) {
      return heartbeats.write(stored.id(), now);
    }
    heartbeats.add(stored.id(), now);
    return true;
  }

  /// How a session of this ticket stands.
  public Standing standing(String sessionId, String ticketId, int maxSessions) {
    Instant now = clock.instant();
    return store
        .find(sessionId)
        .filter(session -> session.ticketId().equals(ticketId))
        .filter(session -> liveness.isAlive(session, now))
        .<Standing>map(Alive::new)
        .orElseGet(() -> ended(sessionId, liveOf(ticketId).size() >= maxSessions));
  }

  /// The live sessions of a ticket, the oldest first, with their last heartbeats.
  public List<Session> liveOf(String ticketId) {
    Instant now = clock.instant();
    return store.ofTicket(ticketId).stream()
        .filter(session -> liveness.isAlive(session, now))
        .map(liveness::upToDate)
        .toList();
  }

  /// Everybody who watches an event, the longest there first, with their last heartbeats.
  public List<Watching> liveAt(String eventId) {
    return live(store.ofEvent(eventId));
  }

  /// Everybody who watches anything, the longest there first, with their last heartbeats.
  public List<Watching> liveEverywhere() {
    return live(store.ofAllEvents());
  }

  private List<Watching> live(List<Watching> stored) {
    Instant now = clock.instant();
    return stored.stream()
        .filter(watching -> liveness.isAlive(watching.session(), now))
        .map(watching -> watching.with(liveness.upToDate(watching.session())))
        .toList();
  }

  /// A session whose end nobody has noted yet has only just fallen silent.
  private Standing ended(String sessionId, boolean othersFillTheTicket) {
    return switch (log.endOf(sessionId).orElse(SessionEndReason.TIMED_OUT)) {
      case REPLACED, TAKEOVER -> new Displaced();
      case TIMED_OUT -> lost(Standing.Cause.TIMED_OUT, othersFillTheTicket);
      case RELEASED, STAFF_RELEASED, REVOKED, DELETED ->
          lost(Standing.Cause.RELEASED, othersFillTheTicket);
    };
  }

  private static Standing lost(Standing.Cause cause, boolean othersFillTheTicket) {
    return othersFillTheTicket ? new Displaced() : new Lost(cause);
  }
}
