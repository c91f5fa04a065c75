package dev.streamgate.server.playback.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.playback.ItemCalendar;
import dev.streamgate.server.playback.LockedItem;
import java.time.Instant;
import java.util.List;

/// The opening times of items in the database. Thread-safe.
public final class JdbcItemCalendar implements ItemCalendar {
  private final Database database;

  public JdbcItemCalendar(Database database) {
    this.database = database;
  }

  @Override
  public List<LockedItem> lockedAt(EventId event, Instant now) {
    return database.query(
        "reading locked items",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT item, available_at FROM event_items
                    WHERE event_id = :eventId AND available_at > :now
                    ORDER BY item
                    """)
                .bind("eventId", event.value())
                .bind("now", now)
                .map(row ->
                    new LockedItem(
                        row.getColumn("item", String.class),
                        row.getColumn("available_at", Instant.class)))
                .list());
  }
}
