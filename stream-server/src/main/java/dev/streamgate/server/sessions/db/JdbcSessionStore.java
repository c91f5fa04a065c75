package dev.streamgate.server.sessions.db;

import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.SqlState;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.sessions.Departure;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.SessionStore;
import dev.streamgate.server.sessions.SlotTakenException;
import dev.streamgate.server.sessions.Watching;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// The sessions in the database. Thread-safe.
public final class JdbcSessionStore implements SessionStore {
  private final Database database;

  public JdbcSessionStore(Database database) {
    this.database = database;
  }

  /// Writing the row, although nothing changes, is what both databases lock it for.
  @Override
  public OptionalInt lockTicket(String ticketId) {
    return database.query(
        "locking a ticket",
        handle -> {
          handle.execute(
              "UPDATE tickets SET takeovers_used = takeovers_used WHERE id = ?", ticketId);
          return handle
              .createQuery("SELECT takeovers_used FROM tickets WHERE id = :id")
              .bind("id", ticketId)
              .mapTo(Integer.class)
              .findOne()
              .map(OptionalInt::of)
              .orElseGet(OptionalInt::empty);
        });
  }

  @Override
  public void countTakeover(String ticketId) {
    database.update(
        "counting a takeover",
        handle ->
            handle.execute(
                "UPDATE tickets SET takeovers_used = takeovers_used + 1 WHERE id = ?", ticketId));
  }

  @Override
  public Optional<Session> find(String sessionId) {
    return database.query(
        "reading a session",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT <columns>
                    FROM active_sessions s JOIN tickets t ON t.id = s.ticket_id
                    WHERE s.session_id = :sessionId
                    """)
                .define("columns", SessionRows.COLUMNS)
                .bind("sessionId", sessionId)
                .map(SessionRows::session)
                .findOne());
  }

  @Override
  public List<Session> ofTicket(String ticketId) {
    return database.query(
        "reading the sessions of a ticket",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT <columns>
                    FROM active_sessions s JOIN tickets t ON t.id = s.ticket_id
                    WHERE s.ticket_id = :ticketId
                    ORDER BY s.created_at, s.slot
                    """)
                .define("columns", SessionRows.COLUMNS)
                .bind("ticketId", ticketId)
                .map(SessionRows::session)
                .list());
  }

  @Override
  public List<Watching> ofEvent(String eventId) {
    return database.query(
        "reading the sessions of an event",
        handle ->
            watching(handle, "e.id = :eventId AND ")
                .bind("eventId", eventId)
                .map(SessionRows::watching)
                .list());
  }

  @Override
  public List<Watching> ofAllEvents() {
    return database.query(
        "reading the sessions of all events",
        handle -> watching(handle, "").map(SessionRows::watching).list());
  }

  private static Query watching(Handle handle, String condition) {
    return handle
        .createQuery(
            """
            SELECT <columns>, e.title AS event_title, t.code, t.label, t.redeemed_at
            FROM active_sessions s
                JOIN tickets t ON t.id = s.ticket_id
                JOIN events e ON e.id = t.event_id
            WHERE <condition> t.is_revoked <> TRUE
                AND (e.is_active = TRUE OR t.access_level = 'STAFF')
            ORDER BY s.created_at, s.session_id
            """)
        .define("columns", SessionRows.COLUMNS)
        .define("condition", condition);
  }

  @Override
  public Set<String> ticketsOfDevice(String deviceKeyHash) {
    return database.query(
        "reading the tickets of a device",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT ticket_id FROM active_sessions WHERE device_key_hash = :deviceKeyHash
                    UNION
                    SELECT ticket_id FROM last_devices WHERE device_key_hash = :deviceKeyHash
                    """)
                .bind("deviceKeyHash", deviceKeyHash)
                .mapTo(String.class)
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public List<Session> silentSince(Instant heartbeat, Instant now) {
    return database.query(
        "reading silent sessions",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT <columns>
                    FROM active_sessions s JOIN tickets t ON t.id = s.ticket_id
                    WHERE s.kind = 'VIEWER' AND s.last_heartbeat < :heartbeat
                        OR s.kind = 'CONTENT' AND s.expires_at <= :now
                    """)
                .define("columns", SessionRows.COLUMNS)
                .bind("heartbeat", heartbeat)
                .bind("now", now)
                .map(SessionRows::session)
                .list());
  }

  @Override
  public void insert(Session session) {
    try {
      database.update(
          "writing a session",
          handle -> {
            insert(handle, session);
            Optional.ofNullable(session.device().keyHash())
                .ifPresent(hash -> noteDevice(handle, session.ticketId(), hash));
          });
    } catch (StorageException e) {
      if (SqlState.isUniqueViolation(e)) {
        throw new SlotTakenException(e);
      }
      throw e;
    }
  }

  @Override
  public Set<String> delete(Collection<Departure> departures) {
    return database.query(
        "deleting sessions",
        handle ->
            departures.stream()
                .sorted(Comparator.comparing(Departure::sessionId))
                .filter(departure -> delete(handle, departure) > 0)
                .map(Departure::sessionId)
                .collect(Collectors.toSet()));
  }

  private static int delete(Handle handle, Departure departure) {
    return departure
        .unheardSince()
        .map(heartbeat -> deleteUnheard(handle, departure.sessionId(), heartbeat))
        .orElseGet(() ->
            handle.execute(
                "DELETE FROM active_sessions WHERE session_id = ?", departure.sessionId()));
  }

  private static int deleteUnheard(Handle handle, String sessionId, Instant heartbeat) {
    return handle
        .createUpdate(
            """
            DELETE FROM active_sessions
            WHERE session_id = :sessionId AND last_heartbeat <= :heartbeat
            """)
        .bind("sessionId", sessionId)
        .bind("heartbeat", heartbeat)
        .execute();
  }

  /// Writes the row also if a later heartbeat is there already, to learn whether there is a row.
  @Override
  public boolean saveHeartbeat(String sessionId, Instant at) {
    return database.query(
            "writing a heartbeat",
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE active_sessions
                        SET last_heartbeat =
                            CASE WHEN last_heartbeat < :at THEN :at ELSE last_heartbeat END
                        WHERE session_id = :sessionId
                        """)
                    .bind("sessionId", sessionId)
                    .bind("at", at)
                    .execute())
        > 0;
  }

  @Override
  public void extend(Session session) {
    database.update(
        "extending a session",
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE active_sessions SET expires_at = :expiresAt, last_heartbeat = :at
                    WHERE session_id = :sessionId
                    """)
                .bind("sessionId", session.id())
                .bindByType("expiresAt", session.expiresAt(), Instant.class)
                .bind("at", session.lastHeartbeat())
                .execute());
  }

  /// In one transaction, and in the order of the ids, like {@link #delete}.
  @Override
  public void saveHeartbeats(Map<String, Instant> heartbeats) {
    database.inTransaction(
        () -> database.query("writing heartbeats", handle -> saveHeartbeats(handle, heartbeats)));
  }

  private static int[] saveHeartbeats(Handle handle, Map<String, Instant> heartbeats) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE active_sessions SET last_heartbeat = :at
            WHERE session_id = :sessionId AND last_heartbeat < :at
            """);
    new TreeMap<>(heartbeats).forEach((id, at) -> batch.bind("sessionId", id).bind("at", at).add());
    return batch.execute();
  }

  private static void insert(Handle handle, Session session) {
    SessionRows.bind(
            handle.createUpdate(
                """
                INSERT INTO active_sessions (id, ticket_id, session_id, slot, kind, last_heartbeat,
                    client_ip, user_agent, device_name, device_key_hash, expires_at, created_at)
                VALUES (:id, :ticketId, :sessionId, :slot, :kind, :lastHeartbeat,
                    :clientIp, :userAgent, :deviceName, :deviceKeyHash, :expiresAt, :createdAt)
                """),
            session)
        .execute();
  }

  /// Whoever seats a device has locked its ticket, so that nobody comes between.
  private static void noteDevice(Handle handle, String ticketId, String deviceKeyHash) {
    if (replaceDevice(handle, ticketId, deviceKeyHash) == 0) {
      handle.execute(
          "INSERT INTO last_devices (ticket_id, device_key_hash) VALUES (?, ?)",
          ticketId,
          deviceKeyHash);
    }
  }

  private static int replaceDevice(Handle handle, String ticketId, String deviceKeyHash) {
    return handle.execute(
        "UPDATE last_devices SET device_key_hash = ? WHERE ticket_id = ?", deviceKeyHash, ticketId);
  }
}
