package dev.streamgate.server.changes;

import org.jspecify.annotations.Nullable;

/// What an edge says of itself: how far it has applied the log, and whether it goes on.
public record Acknowledgement(
    String edgeId,
    long cursor,
    @Nullable String address,
    @Nullable String version,
    @Nullable String instanceId,
    boolean goodbye) {
  public Acknowledgement {
    if (!Edge.isValidId(edgeId)) {
      throw new IllegalArgumentException("not an edge id: " + edgeId);
    }
    if (cursor < 0) {
      throw new IllegalArgumentException("a cursor below 0");
    }
  }

  /// The same with another cursor.
  Acknowledgement at(long otherCursor) {
    return new Acknowledgement(edgeId, otherCursor, address, version, instanceId, goodbye);
  }

  /// The same as a goodbye.
  Acknowledgement last() {
    return new Acknowledgement(edgeId, cursor, address, version, instanceId, true);
  }
}
