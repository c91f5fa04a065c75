package dev.streamgate.server.changes.db;

import dev.streamgate.server.changes.Edge;
import dev.streamgate.server.changes.EdgeStore;
import dev.streamgate.server.foundation.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The register of edges in the database. Thread-safe.
public final class JdbcEdgeStore implements EdgeStore {
  private static final String COLUMNS =
      """
      SELECT edge_id, address, version, last_cursor, last_seen_at, instance_id,
          previous_instance_id, shared_name_at, joined_at, is_expected
      FROM edges
      """;

  private final Database database;

  public JdbcEdgeStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Edge> all() {
    return database.query(
        "listing edges",
        handle -> handle.createQuery(COLUMNS + "ORDER BY edge_id").map(JdbcEdgeStore::edge).list());
  }

  @Override
  public Optional<Update> update(String edgeId, UnaryOperator<Edge> change) {
    return database.inTransaction(() ->
        database.query(
            "updating an edge",
            handle ->
                held(handle, edgeId)
                    .map(before -> new Update(before, replace(handle, change.apply(before))))));
  }

  @Override
  public boolean add(Edge edge) {
    return database.inTransaction(() ->
        database.query(
            "adding an edge",
            handle -> {
              CounterLock.take(handle);
              return held(handle, edge.id()).isEmpty() && insert(handle, edge);
            }));
  }

  @Override
  public boolean remove(String edgeId) {
    return database.query(
        "removing an edge",
        handle ->
            handle
                    .createUpdate("DELETE FROM edges WHERE edge_id = :edgeId")
                    .bind("edgeId", edgeId)
                    .execute()
                > 0);
  }

  @Override
  public void confirm(String edgeId, long seq, Instant at) {
    database.update(
        "noting a confirmation",
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO edge_confirmations (seq, edge_id, confirmed_at)
                    VALUES (:seq, :edgeId, :at)
                    """)
                .bind("seq", seq)
                .bind("edgeId", edgeId)
                .bind("at", at)
                .execute());
  }

  @Override
  public Map<String, Instant> confirmations(long seq) {
    return database.query(
        "reading confirmations",
        handle ->
            handle
                .createQuery(
                    """
                    SELECT edge_id, MIN(confirmed_at) AS confirmed_at
                    FROM edge_confirmations
                    WHERE seq >= :seq
                    GROUP BY edge_id
                    """)
                .bind("seq", seq)
                .map(row ->
                    Map.entry(
                        row.getColumn("edge_id", String.class),
                        row.getColumn("confirmed_at", Instant.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Reads an edge and keeps others from changing it until the transaction ends.
  private static Optional<Edge> held(Handle handle, String edgeId) {
    handle
        .createUpdate("UPDATE edges SET last_cursor = last_cursor WHERE edge_id = :edgeId")
        .bind("edgeId", edgeId)
        .execute();
    return handle
        .createQuery(COLUMNS + "WHERE edge_id = :edgeId")
        .bind("edgeId", edgeId)
        .map(JdbcEdgeStore::edge)
        .findOne();
  }

  private static boolean insert(Handle handle, Edge edge) {
    return bind(
                handle.createUpdate(
                    """
                    INSERT INTO edges (edge_id, address, version, last_cursor, last_seen_at,
                        instance_id, previous_instance_id, shared_name_at, joined_at, is_expected)
                    VALUES (:edgeId, :address, :version, :cursor, :lastSeenAt,
                        :instanceId, :previousInstanceId, :sharedNameAt, :joinedAt, :expected)
                    """),
                edge)
            .execute()
        > 0;
  }

  private static Edge replace(Handle handle, Edge edge) {
    bind(
            handle.createUpdate(
                """
                UPDATE edges
                SET address = :address, version = :version, last_cursor = :cursor,
                    last_seen_at = :lastSeenAt, instance_id = :instanceId,
                    previous_instance_id = :previousInstanceId, shared_name_at = :sharedNameAt,
                    joined_at = :joinedAt, is_expected = :expected
                WHERE edge_id = :edgeId
                """),
            edge)
        .execute();
    return edge;
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Edge edge) {
    return statement
        .bind("edgeId", edge.id())
        .bind("address", edge.address())
        .bind("version", edge.version())
        .bind("cursor", edge.cursor())
        .bind("lastSeenAt", edge.lastSeenAt())
        .bind("instanceId", edge.instanceId())
        .bind("previousInstanceId", edge.previousInstanceId())
        .bindByType("sharedNameAt", edge.sharedNameAt(), Instant.class)
        .bind("joinedAt", edge.joinedAt())
        .bind("expected", edge.expected());
  }

  private static Edge edge(RowView row) {
    return new Edge(
        row.getColumn("edge_id", String.class),
        optional(row, "address"),
        optional(row, "version"),
        row.getColumn("last_cursor", Long.class),
        row.getColumn("last_seen_at", Instant.class),
        optional(row, "instance_id"),
        optional(row, "previous_instance_id"),
        row.getColumn("shared_name_at", Instant.class),
        row.getColumn("joined_at", Instant.class),
        row.getColumn("is_expected", Boolean.class));
  }

  private static @Nullable String optional(RowView row, String column) {
    return row.getColumn(column, String.class);
  }
}
