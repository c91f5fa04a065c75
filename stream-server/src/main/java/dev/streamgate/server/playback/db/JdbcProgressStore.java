package dev.streamgate.server.playback.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.SqlState;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.playback.ProgressStore;
import dev.streamgate.server.playback.WatchProgress;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// How far viewers have come, in the database. Thread-safe.
public final class JdbcProgressStore implements ProgressStore {
  private final Database database;

  public JdbcProgressStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<WatchProgress> find(Place place) {
    return database.query("reading progress", handle -> read(handle, place));
  }

  /// Of two first reports at a time one finds the other's row, and starts over from there.
  @Override
  public WatchProgress update(Place place, Optional<String> starting, Instant now, Step step) {
    try {
      return whole(place, starting, now, step);
    } catch (StorageException e) {
      if (SqlState.isUniqueViolation(e)) {
        return whole(place, starting, now, step);
      }
      throw e;
    }
  }

  private WatchProgress whole(Place place, Optional<String> starting, Instant now, Step step) {
    return database.inTransaction(() ->
        database.query(
            "writing progress",
            handle -> {
              boolean isFirst = starting.filter(sid -> count(handle, sid)).isPresent();
              hold(handle, place);
              Optional<WatchProgress> before = read(handle, place);
              WatchProgress after = step.from(before.orElse(WatchProgress.NONE), isFirst);
              write(before.isPresent() ? replace(handle) : insert(handle), place, after, now);
              return after;
            }));
  }

  /// Whether the session was not counted before.
  private static boolean count(Handle handle, String sessionId) {
    return handle
            .createUpdate(
                """
                UPDATE active_sessions SET watch_counted = TRUE
                WHERE session_id = :sessionId AND watch_counted = FALSE
                """)
            .bind("sessionId", sessionId)
            .execute()
        > 0;
  }

  /// Keeps others from the row until the transaction ends.
  private static void hold(Handle handle, Place place) {
    at(
            place,
            handle.createUpdate(
                """
                UPDATE watch_progress SET last_watched_at = last_watched_at
                WHERE ticket_id = :ticketId AND item = :item
                """))
        .execute();
  }

  private static Optional<WatchProgress> read(Handle handle, Place place) {
    return at(
            place,
            handle.createQuery(
                """
                SELECT watched_seconds, last_position_seconds, watch_count, duration_seconds,
                    completed_at
                FROM watch_progress
                WHERE ticket_id = :ticketId AND item = :item
                """))
        .map(JdbcProgressStore::progress)
        .findOne();
  }

  private static WatchProgress progress(RowView row) {
    return new WatchProgress(
        row.getColumn("watched_seconds", Long.class),
        row.getColumn("last_position_seconds", Long.class),
        row.getColumn("watch_count", Integer.class),
        row.getColumn("duration_seconds", Long.class),
        row.getColumn("completed_at", Instant.class));
  }

  private static Update replace(Handle handle) {
    return handle.createUpdate(
        """
        UPDATE watch_progress
        SET watched_seconds = :watched, last_position_seconds = :position, watch_count = :count,
            duration_seconds = :duration, last_watched_at = :now, completed_at = :completedAt
        WHERE ticket_id = :ticketId AND item = :item
        """);
  }

  private static Update insert(Handle handle) {
    return handle.createUpdate(
        """
        INSERT INTO watch_progress (ticket_id, item, watched_seconds, last_position_seconds,
            watch_count, duration_seconds, last_watched_at, completed_at)
        VALUES (:ticketId, :item, :watched, :position, :count, :duration, :now, :completedAt)
        """);
  }

  private static void write(Update statement, Place place, WatchProgress progress, Instant now) {
    at(place, statement)
        .bind("watched", progress.watchedSeconds())
        .bind("position", progress.lastPositionSeconds())
        .bind("count", progress.watchCount())
        .bind("duration", progress.durationSeconds())
        .bind("now", now)
        .bind("completedAt", progress.completedAt())
        .execute();
  }

  private static <S extends SqlStatement<S>> S at(Place place, S statement) {
    return statement.bind("ticketId", place.ticketId()).bind("item", place.item().orElse(""));
  }
}
