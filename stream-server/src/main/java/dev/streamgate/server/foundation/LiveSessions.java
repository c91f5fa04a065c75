package dev.streamgate.server.foundation;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/// Which sessions a query takes for alive, from what is written in the database: the same that the
/// server itself does not end (Spec, rules §5).
///
/// @param timeout how long a viewer's session outlives its last heartbeat; at exactly its end the
///   session still lives
/// @param serverStart since when heartbeats could reach this server; for one timeout from then on
///   all viewers' sessions count
public record LiveSessions(Duration timeout, Instant serverStart) {
  private static final String ALIVE =
      """
      (active_sessions.expires_at IS NULL AND active_sessions.last_heartbeat >= :aliveSince
          OR active_sessions.expires_at > :aliveUntil)
      """;

  /// Gives a statement about `active_sessions` its condition `<alive>`.
  public <S extends SqlStatement<S>> S define(S statement, Instant now) {
    return statement
        .define("alive", ALIVE)
        .bind("aliveSince", silenceLimit(now))
        .bind("aliveUntil", now);
  }

  /// A viewer whose last written heartbeat lies before this instant is gone.
  private Instant silenceLimit(Instant now) {
    Instant limit = now.minus(timeout);
    return serverStart.isBefore(limit) ? limit : Instant.EPOCH;
  }
}
