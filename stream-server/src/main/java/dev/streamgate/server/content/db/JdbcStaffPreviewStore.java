package dev.streamgate.server.content.db;

import dev.streamgate.server.content.StaffPreviewStore;
import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/// Previews of staff in the database. Thread-safe.
public final class JdbcStaffPreviewStore implements StaffPreviewStore {
  private final Database database;
  private final InstantSource clock;

  public JdbcStaffPreviewStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void insert(Preview preview) {
    database.query(
        "writing a preview",
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO staff_previews (session_id, event_id, sign_in, expires_at)
                    VALUES (:session, :event, :signIn, :expires)
                    """)
                .bind("session", preview.sessionId())
                .bind("event", preview.eventId())
                .bind("signIn", preview.signIn())
                .bind("expires", preview.expiresAt())
                .execute());
  }

  @Override
  public boolean isOpen(String sessionId) {
    return database.query(
        "reading a preview",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT p.session_id FROM staff_previews p
                    JOIN staff_sessions s ON s.token_hash = p.sign_in
                    WHERE p.session_id = :session AND s.expires_at > :now
                    """)
                .bind("session", sessionId)
                .bind("now", clock.instant())
                .mapTo(String.class)
                .findFirst()
                .isPresent());
  }

  @Override
  public Optional<Preview> find(String sessionId) {
    return database.query(
        "reading a preview",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT session_id, event_id, sign_in, expires_at FROM staff_previews
                    WHERE session_id = :session
                    """)
                .bind("session", sessionId)
                .map(JdbcStaffPreviewStore::preview)
                .findOne());
  }

  @Override
  public List<Preview> orphans() {
    return database.query(
        "reading previews of ended sign-ins",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT p.session_id, p.event_id, p.sign_in, p.expires_at
                    FROM staff_previews p
                    LEFT JOIN staff_sessions s
                        ON s.token_hash = p.sign_in AND s.expires_at > :now
                    WHERE s.token_hash IS NULL
                    """)
                .bind("now", clock.instant())
                .map(JdbcStaffPreviewStore::preview)
                .list());
  }

  private static Preview preview(RowView row) {
    return new Preview(
        row.getColumn("session_id", String.class),
        row.getColumn("event_id", String.class),
        row.getColumn("sign_in", String.class),
        row.getColumn("expires_at", Instant.class));
  }

  @Override
  public boolean delete(String sessionId) {
    return database.query(
            "deleting a preview",
            handle ->
                handle
                    .createUpdate("DELETE FROM staff_previews WHERE session_id = :session")
                    .bind("session", sessionId)
                    .execute())
        > 0;
  }

  @Override
  public void deleteExpired(Instant now) {
    database.query(
        "forgetting expired previews",
        handle ->
            handle
                .createUpdate("DELETE FROM staff_previews WHERE expires_at <= :now")
                .bind("now", now)
                .execute());
  }
}
