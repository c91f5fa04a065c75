package dev.streamgate.server.tickets.db;

import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.TokenResponse.Progress;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.tickets.TicketFilter;
import dev.streamgate.server.tickets.TicketListing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// Finds tickets in the database. Thread-safe.
public final class JdbcTicketListing implements TicketListing {
  /// What a line shows besides the ticket; the tickets are chosen first, so that sessions are
  /// counted for one page only.
  private static final String LINES =
      """
      SELECT chosen.*, events.title AS event_title, watch_progress.watched_seconds,
          watch_progress.duration_seconds, watch_progress.watch_count,
          watch_progress.last_watched_at, watch_progress.completed_at,
          (SELECT COUNT(*) FROM active_sessions
              WHERE active_sessions.ticket_id = chosen.id
                  AND <alive>) AS active_sessions
      FROM (<chosen>) chosen
      JOIN events ON events.id = chosen.event_id
      LEFT JOIN watch_progress ON watch_progress.ticket_id = chosen.id
          AND watch_progress.item = COALESCE(chosen.item, '')
      ORDER BY chosen.created_at DESC, chosen.batch_position DESC, chosen.id DESC
      """;

  private static final String PAGE =
      """
      SELECT * FROM tickets
      WHERE <conditions>
      ORDER BY <order>
      LIMIT :limit OFFSET :offset
      """;

  private final Database database;
  private final LiveSessions live;

  /// @param live which sessions are counted
  public JdbcTicketListing(Database database, LiveSessions live) {
    this.database = database;
    this.live = live;
  }

  @Override
  public List<Line> page(TicketFilter filter, PageRequest page, Instant now) {
    return database.query(
        "listing tickets",
        handle ->
            live.define(TicketConditions.of(filter, now).query(handle, lines(PAGE)), now)
                .bind("limit", page.limit())
                .bind("offset", page.offset())
                .map(JdbcTicketListing::line)
                .list());
  }

  /// Only a search needs to look at every ticket; all else is in the tallies.
  @Override
  public long count(TicketFilter filter, Instant now) {
    return filter.search().isPresent() ? counted(filter, now) : tallied(filter, now);
  }

  /// A search that has filled a page has looked at every ticket up to the last one there; only
  /// those after it are left to count.
  @Override
  public long total(TicketFilter filter, PageRequest page, List<Line> lines, Instant now) {
    return page.total(lines.size())
        .orElseGet(() ->
            filter.search().isEmpty() || lines.isEmpty()
                ? count(filter, now)
                : page.offset() + lines.size() + countedAfter(filter, lines.getLast(), now));
  }

  private long countedAfter(TicketFilter filter, Line last, Instant now) {
    return database.query(
        "counting further tickets",
        handle ->
            TicketConditions.of(filter, now)
                .query(
                    handle,
                    """
                    SELECT COUNT(*) FROM tickets
                    WHERE created_at <= :lastCreatedAt AND <conditions>
                        AND (created_at < :lastCreatedAt OR batch_position < :lastPosition
                            OR batch_position = :lastPosition AND id < :lastId)
                    """)
                .bind("lastId", last.ticket().id())
                .bind("lastCreatedAt", last.ticket().createdAt())
                .bind("lastPosition", position(handle, last.ticket().id()))
                .mapTo(Long.class)
                .one());
  }

  /// Where in its batch a ticket was drawn; if it has gone meanwhile, its whole batch counts.
  private static int position(Handle handle, String id) {
    return handle
        .createQuery("SELECT batch_position FROM tickets WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  private long counted(TicketFilter filter, Instant now) {
    return database.query(
        "counting tickets",
        handle ->
            TicketConditions.of(filter, now)
                .query(handle, "SELECT COUNT(*) FROM tickets WHERE <conditions>")
                .mapTo(Long.class)
                .one());
  }

  private long tallied(TicketFilter filter, Instant now) {
    return database.query(
        "adding up tallies of tickets",
        handle ->
            TicketConditions.ofTallies(filter, now)
                .query(
                    handle,
                    "SELECT COALESCE(SUM(tickets), 0) FROM ticket_tallies WHERE <conditions>")
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Optional<Line> find(String id, Instant now) {
    return database.query(
        "reading a ticket in detail",
        handle ->
            live.define(handle.createQuery(lines("SELECT * FROM tickets WHERE id = :id")), now)
                .bind("id", id)
                .map(JdbcTicketListing::line)
                .findOne());
  }

  @Override
  public void forEach(TicketFilter filter, Instant now, Consumer<Watched> consumer) {
    database.update(
        "reading all tickets",
        handle ->
            TicketConditions.of(filter, now)
                .query(
                    handle,
                    """
                    SELECT tickets.*, watch_progress.watched_seconds,
                        watch_progress.duration_seconds, watch_progress.watch_count,
                        watch_progress.last_watched_at, watch_progress.completed_at
                    FROM tickets
                    LEFT JOIN watch_progress ON watch_progress.ticket_id = tickets.id
                        AND watch_progress.item = COALESCE(tickets.item, '')
                    WHERE <conditions>
                    ORDER BY <order>
                    """)
                .map(row -> new Watched(TicketRows.ticket(row), progress(row)))
                .forEach(consumer));
  }

  private static String lines(String chosen) {
    return LINES.replace("<chosen>", chosen);
  }

  private static Line line(RowView row) {
    return new Line(
        TicketRows.ticket(row),
        row.getColumn("event_title", String.class),
        row.getColumn("active_sessions", Integer.class),
        progress(row));
  }

  private static Progress progress(RowView row) {
    return Optional.ofNullable(row.getColumn("watched_seconds", Long.class))
        .map(watched ->
            new Progress(
                watched,
                row.getColumn("duration_seconds", Long.class),
                row.getColumn("watch_count", Integer.class),
                row.getColumn("last_watched_at", Instant.class),
                row.getColumn("completed_at", Instant.class)))
        .orElse(Progress.NONE);
  }
}
