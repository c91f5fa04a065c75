package dev.streamgate.server.changes;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.server.denials.Denials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What an edge has applied of the feed. Pages are applied by one thread; everybody may look.
public final class EdgeMemory {
  /// An edge that heard nothing for this long starts again: the log is kept a little longer, and
  /// what was taken back before its beginning is told to nobody.
  private static final Duration USEFUL = Feed.KEPT.minusDays(1);

  private final Denials denials;
  private final InstantSource clock;
  private volatile Position position = new Position("", 0, Instant.EPOCH);
  private volatile boolean changed;

  /// How far which log is applied.
  ///
  /// @param logId empty before the first page
  /// @param syncedAt when the platform last said so
  record Position(String logId, long cursor, Instant syncedAt) {
    private boolean isBlank() {
      return logId.isEmpty();
    }
  }

  public EdgeMemory(Denials denials, InstantSource clock) {
    this.denials = denials;
    this.clock = clock;
  }

  /// Takes up what was known before.
  public void recall(EdgeSnapshot snapshot) {
    denials.become(snapshot.refused());
    position = new Position(snapshot.logId(), snapshot.cursor(), snapshot.syncedAt());
  }

  /// What is known now.
  public EdgeSnapshot snapshot() {
    Position now = position;
    return new EdgeSnapshot(now.logId(), now.cursor(), now.syncedAt(), denials.refused());
  }

  /// Keeps what is known if something was applied since it was last kept.
  public void keepIn(EdgeSnapshot.Store store) {
    if (!changed) {
      return;
    }
    changed = false;
    try {
      store.save(snapshot());
    } catch (RuntimeException e) {
      changed = true;
      throw e;
    }
  }

  /// The newest change that is applied.
  public long cursor() {
    return position.cursor();
  }

  /// Log and cursor as they belong together.
  Position position() {
    return position;
  }

  /// Whether what is known is of no use for a reader that is told this: it is of another log, or of
  /// one that has been set back, or too old.
  boolean mustForget(String logId, long head) {
    Position known = position;
    if (known.isBlank()) {
      return false;
    }
    return !known.logId().equals(logId)
        || head < known.cursor()
        || known.syncedAt().plus(USEFUL).isBefore(clock.instant());
  }

  /// Adds a page to what is known.
  void apply(RevocationSyncResponse page) {
    apply(page, denials);
    moveTo(page);
  }

  /// Adds a page to what is gathered aside. What it refuses is refused here at once; what it allows
  /// has to wait until all is gathered.
  void gather(RevocationSyncResponse page, Denials gathered) {
    apply(page, gathered);
    refuse(page, denials);
  }

  /// Knows from now on what was gathered from the beginning.
  ///
  /// @param last the page with which they ended
  void replaceBy(Denials gathered, RevocationSyncResponse last) {
    denials.become(gathered.refused());
    moveTo(last);
  }

  /// Adds a page to deny sets. Of each code, event and session it holds the last word only, so its
  /// order is of no concern.
  private static void apply(RevocationSyncResponse page, Denials denials) {
    page.reinstatements().forEach(it -> denials.allowSubject(it.code()));
    page.eventReactivations().forEach(it -> denials.allowEvent(it.eventId()));
    refuse(page, denials);
  }

  private static void refuse(RevocationSyncResponse page, Denials denials) {
    page.revocations().forEach(it -> denials.refuseSubject(it.code(), it.revokedAt()));
    page.eventDeactivations()
        .forEach(it -> {
          if (it.deleted()) {
            denials.deleteEvent(it.eventId());
          } else {
            denials.refuseEvent(it.eventId());
          }
        });
    page.endedSessions().forEach(it -> denials.endSession(it.sessionId(), it.endedAt()));
  }

  private void moveTo(RevocationSyncResponse page) {
    position = new Position(page.logId(), page.cursor(), clock.instant());
    changed = true;
  }
}
