package dev.streamgate.server.changes;

import dev.streamgate.server.denials.Refused;
import java.time.Instant;
import java.util.Objects;

/// What an edge knows: how far it has followed which log, and what is to be refused.
///
/// @param logId the log that `cursor` is a number of; empty before the first page
/// @param cursor the newest change that is applied
/// @param syncedAt when the platform last said so
public record EdgeSnapshot(String logId, long cursor, Instant syncedAt, Refused refused) {
  /// @throws NullPointerException if a part is missing, as in a file that somebody edited
  public EdgeSnapshot {
    Objects.requireNonNull(logId);
    Objects.requireNonNull(syncedAt);
    Objects.requireNonNull(refused);
  }

  /// What an edge knows that was never told anything.
  public static final EdgeSnapshot EMPTY = new EdgeSnapshot("", 0, Instant.EPOCH, Refused.NOTHING);

  /// Where an edge keeps what it knows, for its next start.
  public interface Store {
    /// What was kept last; {@link #EMPTY} if there is nothing that can be read.
    EdgeSnapshot load();

    /// Keeps this in the place of what was kept before, whole or not at all.
    void save(EdgeSnapshot snapshot);
  }
}
