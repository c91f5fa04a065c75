package dev.streamgate.server.events.db;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The events in the database. Thread-safe.
public final class JdbcEventStore implements EventStore {
  private final Database database;

  public JdbcEventStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Event> find(EventId id) {
    return database.query(
        "reading an event",
        handle ->
            handle
                .createQuery("SELECT * FROM events WHERE id = :id")
                .bind("id", id.value())
                .map(EventRows::event)
                .findOne());
  }

  @Override
  public void insert(Event event) {
    database.update("writing an event", handle -> insert(handle, event));
  }

  private static void insert(Handle handle, Event event) {
    EventRows.bindEditable(
            handle.createUpdate(
                """
                INSERT INTO events (id, title, description, stream_url, stream_folder, poster_url,
                    starts_at, ends_at, access_window_hours, is_active, is_archived,
                    deactivated_at, preview_enabled, watermark, takeover, max_takeovers,
                    created_at, updated_at)
                VALUES (:id, :title, :description, :streamUrl, :streamFolder, :posterUrl,
                    :startsAt, :endsAt, :accessWindowHours, :isActive, :isArchived,
                    :deactivatedAt, :previewEnabled, :watermark, :takeover, :maxTakeovers,
                    :createdAt, :updatedAt)
                """),
            event)
        .bind("isActive", event.isActive())
        .bind("isArchived", event.isArchived())
        .bind("deactivatedAt", event.deactivatedAt())
        .bind("createdAt", event.createdAt())
        .execute();
  }

  /// An update that changes nothing is the one row lock both databases know.
  @Override
  public boolean hold(EventId id) {
    return database.query(
            "holding an event",
            handle ->
                handle
                    .createUpdate("UPDATE events SET updated_at = updated_at WHERE id = :id")
                    .bind("id", id.value())
                    .execute())
        > 0;
  }

  @Override
  public void update(Event event) {
    database.update(
        "changing an event",
        handle ->
            EventRows.bindEditable(
                    handle.createUpdate(
                        """
                        UPDATE events
                        SET title = :title, description = :description, stream_url = :streamUrl,
                            stream_folder = :streamFolder, poster_url = :posterUrl,
                            starts_at = :startsAt, ends_at = :endsAt,
                            access_window_hours = :accessWindowHours,
                            preview_enabled = :previewEnabled, watermark = :watermark,
                            takeover = :takeover, max_takeovers = :maxTakeovers,
                            updated_at = :updatedAt
                        WHERE id = :id
                        """),
                    event)
                .execute());
  }

  @Override
  public boolean setActive(EventId id, boolean active, Instant at) {
    return database.query(
            "changing an event's activity",
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE events
                        SET is_active = :active, deactivated_at = :deactivatedAt, updated_at = :at
                        WHERE id = :id AND is_active <> :active
                        """)
                    .bind("id", id.value())
                    .bind("active", active)
                    .bindByType("deactivatedAt", active ? null : at, Instant.class)
                    .bind("at", at)
                    .execute())
        > 0;
  }

  @Override
  public boolean setArchived(EventId id, boolean archived, Instant at) {
    return database.query(
            "archiving an event",
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE events
                        SET is_archived = :archived, updated_at = :at
                        WHERE id = :id AND is_archived <> :archived
                        """)
                    .bind("id", id.value())
                    .bind("archived", archived)
                    .bind("at", at)
                    .execute())
        > 0;
  }

  @Override
  public void delete(EventId id) {
    database.update(
        "deleting an event",
        handle ->
            handle
                .createUpdate("DELETE FROM events WHERE id = :id")
                .bind("id", id.value())
                .execute());
  }
}
