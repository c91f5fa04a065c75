package dev.streamgate.server.tickets.db;

import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.SqlState;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.tickets.CodeTakenException;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tickets in the database. Thread-safe.
public final class JdbcTicketStore implements TicketStore {
  private static final int CODES_PER_STATEMENT = 500;

  private final Database database;

  public JdbcTicketStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Ticket> findById(String id) {
    return database.query(
        "reading a ticket",
        handle ->
            handle
                .createQuery("SELECT * FROM tickets WHERE id = :id")
                .bind("id", id)
                .map(TicketRows::ticket)
                .findOne());
  }

  @Override
  public Optional<Ticket> findByCode(TicketCode code) {
    return database.query(
        "reading a ticket by its code",
        handle ->
            handle
                .createQuery("SELECT * FROM tickets WHERE canonical_code = :canonicalCode")
                .bind("canonicalCode", code.canonical())
                .map(TicketRows::ticket)
                .findOne());
  }

  @Override
  public List<Ticket> findAllById(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database.query(
        "reading tickets",
        handle ->
            handle
                .createQuery("SELECT * FROM tickets WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map(TicketRows::ticket)
                .list());
  }

  @Override
  public Set<String> taken(Collection<String> canonicalCodes) {
    return database.query(
        "looking for codes in use",
        handle ->
            canonicalCodes.stream()
                .gather(Gatherers.windowFixed(CODES_PER_STATEMENT))
                .flatMap(codes -> taken(handle, codes).stream())
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static List<String> taken(Handle handle, List<String> canonicalCodes) {
    return handle
        .createQuery("SELECT canonical_code FROM tickets WHERE canonical_code IN (<codes>)")
        .bindList("codes", canonicalCodes)
        .mapTo(String.class)
        .list();
  }

  @Override
  public List<String> buried(Collection<String> codes) {
    return database.query(
        "looking for codes of deleted events",
        handle ->
            codes.stream()
                .gather(Gatherers.windowFixed(CODES_PER_STATEMENT))
                .flatMap(some -> buried(handle, some).stream())
                .toList());
  }

  private static List<String> buried(Handle handle, List<String> codes) {
    return handle
        .createQuery("SELECT DISTINCT code FROM tombstones WHERE code IN (<codes>)")
        .bindList("codes", codes)
        .mapTo(String.class)
        .list();
  }

  /// Codes are written in their own order, so that two batches that share some of them cannot wait
  /// for each other.
  @Override
  public void insertAll(List<Ticket> tickets) {
    if (tickets.isEmpty()) {
      return;
    }
    try {
      database.update("writing tickets", handle -> insertAll(handle, tickets));
    } catch (StorageException e) {
      throw SqlState.isCollision(e) ? new CodeTakenException(e) : e;
    }
  }

  private static void insertAll(Handle handle, List<Ticket> tickets) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO tickets (id, code, canonical_code, code_style, event_id, label,
                is_revoked, revoked_at, redeemed_at, redeemed_ip, expires_at, max_sessions,
                takeovers_used, access_level, item, max_height, created_at, batch_position)
            VALUES (:id, :code, :canonicalCode, :codeStyle, :eventId, :label,
                :isRevoked, :revokedAt, :redeemedAt, :redeemedIp, :expiresAt, :maxSessions,
                :takeoversUsed, :accessLevel, :item, :maxHeight, :createdAt, :batchPosition)
            """);
    IntStream.range(0, tickets.size())
        .boxed()
        .sorted(Comparator.comparing(position -> tickets.get(position).code().canonical()))
        .forEach(position -> TicketRows.add(batch, tickets.get(position), position));
    batch.execute();
  }

  @Override
  public void markRedeemed(String id, Instant at, String address) {
    database.update(
        "noting the first use of a ticket",
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE tickets
                    SET redeemed_at = :at, redeemed_ip = :address
                    WHERE id = :id AND redeemed_at IS NULL
                    """)
                .bind("id", id)
                .bind("at", at)
                .bind("address", address)
                .execute());
  }

  /// One row after the other, always in the order of their ids, so that two such calls cannot wait
  /// for each other.
  @Override
  public List<String> revoke(Collection<String> ids, Instant at) {
    return database.query(
        "revoking tickets",
        handle -> {
          List<String> revoked = new ArrayList<>();
          for (String id : ids.stream().sorted().toList()) {
            if (revoke(handle, id, at)) {
              revoked.add(id);
            }
          }
          return revoked;
        });
  }

  private static boolean revoke(Handle handle, String id, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE tickets
                SET is_revoked = TRUE, revoked_at = :at
                WHERE id = :id AND is_revoked = FALSE
                """)
            .bind("id", id)
            .bind("at", at)
            .execute()
        > 0;
  }

  @Override
  public boolean unrevoke(String id) {
    return database.query(
            "taking a revocation back",
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE tickets
                        SET is_revoked = FALSE, revoked_at = NULL
                        WHERE id = :id AND is_revoked = TRUE
                        """)
                    .bind("id", id)
                    .execute())
        > 0;
  }
}
