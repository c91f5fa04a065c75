package dev.streamgate.server.playback.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.SqlState;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.playback.WatermarkRecord;
import dev.streamgate.server.playback.WatermarkStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/// Watermarks in the database. Thread-safe.
public final class JdbcWatermarkStore implements WatermarkStore {
  private final Database database;

  public JdbcWatermarkStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<WatermarkRecord> find(String watermarkId) {
    return database.query(
        "reading a watermark",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT watermark_id, viewer, session_id, recorded_at, display_text
                    FROM watermark_records
                    WHERE watermark_id = :id
                    """)
                .bind("id", watermarkId)
                .map(row ->
                    new WatermarkRecord(
                        row.getColumn("watermark_id", String.class),
                        row.getColumn("viewer", String.class),
                        row.getColumn("session_id", String.class),
                        row.getColumn("recorded_at", Instant.class),
                        row.getColumn("display_text", String.class)))
                .findOne());
  }

  /// Of two that write the first one at a time one finds the other's row.
  @Override
  public void save(WatermarkRecord watermark) {
    try {
      if (!replace(watermark)) {
        insert(watermark);
      }
    } catch (StorageException e) {
      if (!SqlState.isUniqueViolation(e)) {
        throw e;
      }
    }
  }

  @Override
  public void deleteBefore(Instant limit) {
    database.query(
        "forgetting watermarks",
        handle ->
            handle
                .createUpdate("DELETE FROM watermark_records WHERE recorded_at < :limit")
                .bind("limit", limit)
                .execute());
  }

  private boolean replace(WatermarkRecord watermark) {
    return database.query(
            "writing a watermark",
            handle ->
                bound(
                        handle.createUpdate(
                            """
                            UPDATE watermark_records
                            SET viewer = :viewer, session_id = :session, recorded_at = :at,
                                display_text = :text
                            WHERE watermark_id = :id
                            """),
                        watermark)
                    .execute())
        > 0;
  }

  private void insert(WatermarkRecord watermark) {
    database.query(
        "writing a watermark",
        handle ->
            bound(
                    handle.createUpdate(
                        """
                        INSERT INTO watermark_records (watermark_id, viewer, session_id,
                            recorded_at, display_text)
                        VALUES (:id, :viewer, :session, :at, :text)
                        """),
                    watermark)
                .execute());
  }

  private static Update bound(Update statement, WatermarkRecord watermark) {
    return statement
        .bind("id", watermark.id())
        .bind("viewer", watermark.viewer())
        .bind("session", watermark.sessionId())
        .bind("at", watermark.recordedAt())
        .bind("text", watermark.displayText());
  }
}
