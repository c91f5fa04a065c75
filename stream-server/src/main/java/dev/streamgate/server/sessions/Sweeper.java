package dev.streamgate.server.sessions;

import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Changes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Ends the sessions of devices that have fallen silent.
public final class Sweeper {
  private final SessionStore store;
  private final Changes changes;
  private final Liveness liveness;
  private final InstantSource clock;
  private final Endings endings;

  public Sweeper(
      SessionStore store,
      Changes changes,
      AuditTrail audit,
      Liveness liveness,
      InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.liveness = liveness;
    this.clock = clock;
    this.endings = new Endings(store, audit);
  }

  /// Ends all dead sessions; called every five seconds. Each has a transaction of its own, so that
  /// none is held up while another one waits for its seat.
  ///
  /// @return how many it ended
  public int sweep() {
    Instant now = clock.instant();
    return store.silentSince(liveness.silenceLimit(now), now).stream()
        .filter(session -> !liveness.isAlive(session, now))
        .mapToInt(this::end)
        .sum();
  }

  private int end(Session session) {
    return changes
        .commit(recorder -> {
          List<Ending> ended =
              endings.free(List.of(new Ending(session, SessionEndReason.TIMED_OUT)));
          endings.announce(ended, Requester.SYSTEM, recorder);
          return ended.size();
        })
        .result();
  }
}
