package dev.streamgate.server.playback;

import dev.streamgate.server.playback.Watermarks.Mark;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Writes down for a day which watermark was given to which session. Thread-safe.
public final class WatermarkBook {
  private static final Duration KEPT = Duration.ofHours(24);

  private final Watermarks watermarks;
  private final WatermarkStore store;
  private final InstantSource clock;

  public WatermarkBook(Watermarks watermarks, WatermarkStore store, InstantSource clock) {
    this.watermarks = watermarks;
    this.store = store;
    this.clock = clock;
  }

  /// The mark of a session, which is kept from now on.
  public Mark note(Ticket ticket, String sessionId) {
    Mark mark = watermarks.of(ticket, sessionId);
    store.save(
        new WatermarkRecord(
            mark.id(),
            ticket.id(),
            sessionId,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            mark.displayText()));
    return mark;
  }

  /// The id of a session's mark, whether that was kept or not.
  public String idOf(String sessionId) {
    return watermarks.id(sessionId);
  }

  public Optional<WatermarkRecord> find(String watermarkId) {
    return store
        .find(watermarkId)
        .filter(it -> it.recordedAt().isAfter(clock.instant().minus(KEPT)));
  }

  /// Forgets what is older than a day.
  public void tidy() {
    store.deleteBefore(clock.instant().minus(KEPT));
  }
}
