package dev.streamgate.server.changes;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.ChangeLog.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The change log as edges read it, page by page (API §5.1). Thread-safe.
public final class Feed {
  /// The most changes one page tells of.
  public static final int LONGEST_PAGE = 1000;

  /// How long changes, tombstones and confirmations are kept (Spec, rules §10).
  public static final Duration KEPT = Duration.ofDays(30);

  /// How long a change may wait for its turn between taking down its time and being visible, with
  /// room to spare. Who asks by time is told again what happened in this span.
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final FeedLog log;
  private final String logId;
  private final InstantSource clock;

  /// @param logId names the log; made with the database
  public Feed(FeedLog log, String logId, InstantSource clock) {
    this.log = log;
    this.logId = logId;
    this.clock = clock;
  }

  public String logId() {
    return logId;
  }

  /// What happened after an instant, by net effect. Whoever gets `more` goes on by cursor.
  public RevocationSyncResponse since(Instant since, int limit) {
    return since(within(since), limit, this::codesOf);
  }

  /// What happened after change `cursor`, by net effect. A cursor from before the oldest change
  /// still kept gets all that is in force; a cursor beyond the newest gets nothing but its number.
  public RevocationSyncResponse after(long cursor, int limit) {
    Instant serverTime = serverTime();
    long head = log.head();
    if (cursor < head && cursor + 1 < log.oldest().map(Entry::seq).orElse(head + 1)) {
      return since(Instant.EPOCH, limit, Feed::noCodes);
    }
    List<Entry> entries = log.after(cursor, limit + 1);
    return page(Slice.of(List.of(), entries, limit), head, serverTime, Feed::noCodes);
  }

  /// Each change after `cursor` as a page of its own, in their order.
  List<RevocationSyncResponse> each(long cursor) {
    Instant serverTime = serverTime();
    return log.after(cursor, LONGEST_PAGE).stream()
        .map(entry -> Slice.of(List.of(), List.of(entry), 1))
        .map(slice -> page(slice, 0, serverTime, Feed::noCodes))
        .toList();
  }

  /// Forgets what is older than {@link #KEPT}.
  public void tidy() {
    log.forgetBefore(clock.instant().minus(KEPT));
  }

  private RevocationSyncResponse since(
      Instant since, int limit, Function<Change, Optional<List<String>>> codesOf) {
    Instant serverTime = serverTime();
    long head = log.head();
    Instant kept = log.oldest().map(Entry::at).orElseGet(() -> clock.instant().plus(KEPT));
    List<Entry> older = since.isBefore(kept) ? log.inForce(since, kept) : List.of();
    return page(Slice.of(older, log.since(since, limit + 1), limit), head, serverTime, codesOf);
  }

  /// The cursor is never behind the last entry, and if all entries fit it is not behind `head`,
  /// which was read before them.
  private RevocationSyncResponse page(
      Slice slice,
      long head,
      Instant serverTime,
      Function<Change, Optional<List<String>>> codesOf) {
    NetEffect effect = new NetEffect(slice.entries());
    return new RevocationSyncResponse(
        effect.revocations(),
        effect.eventDeactivations(codesOf),
        effect.reinstatements(),
        effect.eventReactivations(),
        effect.endedSessions(),
        slice.more() ? slice.last() : Math.max(slice.last(), head),
        slice.more(),
        serverTime,
        logId);
  }

  /// Times that no database could compare are as good as the nearest that matters.
  private Instant within(Instant since) {
    Instant latest = clock.instant().plus(KEPT);
    if (since.isAfter(latest)) {
      return latest;
    }
    return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
  }

  private Instant serverTime() {
    return clock.instant().minus(OVERLAP);
  }

  private Optional<List<String>> codesOf(Change change) {
    return switch (change) {
      case EventDeleted deleted -> Optional.of(deleted.codes());
      case EventDeactivated(String eventId) -> Optional.of(log.codesOf(eventId));
      case Change other -> Optional.empty();
    };
  }

  private static Optional<List<String>> noCodes(Change change) {
    return Optional.empty();
  }

  /// The entries of one page, and whether there are more.
  private record Slice(List<Entry> entries, boolean more, long last) {
    /// @param older what is in force from before the log; comes on top of the limit
    /// @param found one more than the limit, if there are more
    static Slice of(List<Entry> older, List<Entry> found, int limit) {
      boolean more = found.size() > limit;
      List<Entry> taken = more ? found.subList(0, limit) : found;
      List<Entry> entries = new ArrayList<>(older);
      entries.addAll(taken);
      return new Slice(entries, more, taken.isEmpty() ? 0 : taken.getLast().seq());
    }
  }
}
