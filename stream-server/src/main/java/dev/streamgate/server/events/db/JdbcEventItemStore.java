package dev.streamgate.server.events.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.ItemName;
import dev.streamgate.server.events.EventItem;
import dev.streamgate.server.events.EventItemStore;
import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The items of events in the database. Thread-safe.
public final class JdbcEventItemStore implements EventItemStore {
  private final Database database;

  public JdbcEventItemStore(Database database) {
    this.database = database;
  }

  @Override
  public List<EventItem> of(EventId event) {
    return database.query("reading an event's items", handle -> of(handle, event));
  }

  static List<EventItem> of(Handle handle, EventId event) {
    return handle
        .createQuery(
            """
            SELECT item, title, available_at FROM event_items
            WHERE event_id = :eventId
            ORDER BY list_position, item
            """)
        .bind("eventId", event.value())
        .map(JdbcEventItemStore::item)
        .list();
  }

  @Override
  public void replace(EventId event, List<EventItem> items) {
    database.update(
        "replacing an event's items",
        handle -> {
          handle
              .createUpdate("DELETE FROM event_items WHERE event_id = :eventId")
              .bind("eventId", event.value())
              .execute();
          insert(handle, event, items);
        });
  }

  private static void insert(Handle handle, EventId event, List<EventItem> items) {
    if (items.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO event_items (event_id, item, title, available_at, list_position)
            VALUES (:eventId, :item, :title, :availableAt, :position)
            """);
    for (int position = 0; position < items.size(); position++) {
      EventItem item = items.get(position);
      batch
          .bind("eventId", event.value())
          .bind("item", item.name().value())
          .bind("title", item.title())
          .bindByType("availableAt", item.availableAt(), Instant.class)
          .bind("position", position)
          .add();
    }
    batch.execute();
  }

  private static EventItem item(RowView row) {
    return new EventItem(
        new ItemName(row.getColumn("item", String.class)),
        row.getColumn("title", String.class),
        row.getColumn("available_at", Instant.class));
  }
}
