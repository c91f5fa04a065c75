package dev.streamgate.model.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether every expected edge acts on a change (API §4.6).
///
/// @param confirmedAfterMs how long the slowest edge took; null until all have confirmed
public record ChangeConfirmation(
    long seq,
    String kind,
    Instant at,
    boolean confirmed,
    @Nullable Long confirmedAfterMs,
    List<EdgeConfirmation> edges) {

  /// One edge's confirmation; both times are null while it is awaited.
  public record EdgeConfirmation(
      String edgeId, @Nullable Instant confirmedAt, @Nullable Long afterMs, Instant lastSeenAt) {}
}
