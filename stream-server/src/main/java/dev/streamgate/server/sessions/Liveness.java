package dev.streamgate.server.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// Tells live sessions from dead ones (Spec, rules §5).
public final class Liveness {
  /// Longer than a heartbeat ever waits to be written.
  private static final Duration UNWRITTEN = Duration.ofSeconds(10);

  private final HeartbeatBuffer heartbeats;
  private final Duration timeout;
  private final Instant serverStart;

  /// @param timeout how long a viewer's session outlives its last heartbeat
  /// @param serverStart since when heartbeats could reach this server; what was silent before it
  ///   gets one full timeout from then on, because the downtime was not the viewers' fault
  public Liveness(HeartbeatBuffer heartbeats, Duration timeout, Instant serverStart) {
    this.heartbeats = heartbeats;
    this.timeout = timeout;
    this.serverStart = serverStart;
  }

  public boolean isAlive(Session session, Instant now) {
    return switch (session.kind()) {
      case VIEWER -> !lastCounted(session).isBefore(silenceLimit(now));
      case CONTENT -> session.expiresAt() != null && session.expiresAt().isAfter(now);
    };
  }

  /// Whether others, who see only written heartbeats, will soon take the session for dead.
  ///
  /// @param stored the session as the database has it
  boolean looksNearlyDead(Session stored, Instant now) {
    return stored.kind() == SessionKind.VIEWER
        && stored.lastHeartbeat().isBefore(silenceLimit(now).plus(UNWRITTEN));
  }

  /// The session with its last heartbeat, written or not.
  Session upToDate(Session session) {
    return heartbeats
        .of(session.id())
        .filter(session.lastHeartbeat()::isBefore)
        .map(session::withLastHeartbeat)
        .orElse(session);
  }

  /// A viewer who was last heard before this instant is gone.
  Instant silenceLimit(Instant now) {
    return now.minus(timeout);
  }

  private Instant lastCounted(Session session) {
    return Stream.of(upToDate(session).lastHeartbeat(), serverStart)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
