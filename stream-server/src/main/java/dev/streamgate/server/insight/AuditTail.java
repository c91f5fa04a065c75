package dev.streamgate.server.insight;

import dev.streamgate.server.insight.Happenings.Happening;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// Follows the end of the audit trail. Rows are numbered when they are written and seen when their
/// transaction ends, so one may turn up behind another with a higher number: for a while rows are
/// read again and those that were seen passed over. Used by one thread only.
final class AuditTail {
  private static final Duration LATEST = Duration.ofSeconds(5);
  private static final int ROWS_IN_FLIGHT = 1000;

  private final Happenings trail;
  private final int most;
  private final LongSupplier nanoTime;
  private final Set<Long> seen = new HashSet<>();
  private final ArrayDeque<Mark> marks = new ArrayDeque<>();
  private long floor;
  private long newest;

  /// @param most how many rows are read at once
  AuditTail(Happenings trail, int most, LongSupplier nanoTime) {
    this.trail = trail;
    this.most = most;
    this.nanoTime = nanoTime;
  }

  /// How far the trail reached at a time.
  private record Mark(long at, long row) {}

  /// Begins behind the newest row.
  void begin() {
    seen.clear();
    marks.clear();
    newest = trail.newest();
    floor = Math.max(0, newest - ROWS_IN_FLIGHT);
    trail.after(floor, ROWS_IN_FLIGHT).forEach(it -> seen.add(it.row()));
    marks.add(new Mark(nanoTime.getAsLong(), newest));
  }

  /// The rows that are new, in their order. Empty if there are too many to be told one by one; then
  /// it begins again.
  Optional<List<Happening>> next() {
    List<Happening> rows = trail.after(floor, most);
    if (rows.size() == most) {
      begin();
      return Optional.empty();
    }
    List<Happening> fresh = rows.stream().filter(it -> seen.add(it.row())).toList();
    fresh.forEach(it -> newest = Math.max(newest, it.row()));
    marks.add(new Mark(nanoTime.getAsLong(), newest));
    forget();
    return Optional.of(fresh);
  }

  private void forget() {
    long limit = nanoTime.getAsLong() - LATEST.toNanos();
    long before = floor;
    for (Mark mark = marks.peek(); mark != null && mark.at() - limit < 0; mark = marks.peek()) {
      floor = Math.max(floor, mark.row());
      marks.remove();
    }
    if (floor > before) {
      seen.removeIf(row -> row <= floor);
    }
  }
}
