package dev.streamgate.server.events.db;

import dev.streamgate.model.events.AccessWindow;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventSchedule;
import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.server.events.Event;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/// Translates between events and the columns of their table.
final class EventRows {
  private EventRows() {}

  static Event event(RowView row) {
    return new Event(
        new EventId(row.getColumn("id", String.class)),
        row.getColumn("title", String.class),
        row.getColumn("description", String.class),
        row.getColumn("stream_url", String.class),
        row.getColumn("stream_folder", String.class),
        row.getColumn("poster_url", String.class),
        new EventSchedule(
            row.getColumn("starts_at", Instant.class), row.getColumn("ends_at", Instant.class)),
        new AccessWindow(row.getColumn("access_window_hours", Integer.class)),
        row.getColumn("is_active", Boolean.class),
        row.getColumn("is_archived", Boolean.class),
        row.getColumn("deactivated_at", Instant.class),
        row.getColumn("preview_enabled", Boolean.class),
        row.getColumn("watermark", Boolean.class),
        row.getColumn("takeover", TakeoverRule.class),
        row.getColumn("max_takeovers", Integer.class),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }

  /// Binds what staff may edit.
  static Update bindEditable(Update statement, Event event) {
    return statement
        .bind("id", event.id().value())
        .bind("title", event.title())
        .bind("description", event.description())
        .bind("streamUrl", event.streamUrl())
        .bind("streamFolder", event.streamFolder())
        .bind("posterUrl", event.posterUrl())
        .bind("startsAt", event.schedule().startsAt())
        .bind("endsAt", event.schedule().endsAt())
        .bind("accessWindowHours", event.accessWindow().hours())
        .bind("previewEnabled", event.previewEnabled())
        .bind("watermark", event.watermark())
        .bind("takeover", event.takeover().name())
        .bind("maxTakeovers", event.maxTakeovers())
        .bind("updatedAt", event.updatedAt());
  }
}
