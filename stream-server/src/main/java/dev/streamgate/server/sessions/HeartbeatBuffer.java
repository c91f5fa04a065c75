package dev.streamgate.server.sessions;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Heartbeats on their way to the database. They count from the moment they come; a crash loses
/// those of the last second. Thread-safe.
public final class HeartbeatBuffer {
  private final SessionStore store;
  private final ConcurrentHashMap<String, Instant> waiting = new ConcurrentHashMap<>();

  public HeartbeatBuffer(SessionStore store) {
    this.store = store;
  }

  /// Takes a heartbeat of a session that is alive.
  void add(String sessionId, Instant at) {
    waiting.merge(sessionId, at, HeartbeatBuffer::later);
  }

  /// Writes a heartbeat past the buffer.
  ///
  /// @return whether the session was still there
  boolean write(String sessionId, Instant at) {
    return store.saveHeartbeat(sessionId, at);
  }

  /// The heartbeat of a session that is not written yet.
  Optional<Instant> of(String sessionId) {
    return Optional.ofNullable(waiting.get(sessionId));
  }

  /// Writes all heartbeats in one batch; called every second and at shutdown. A heartbeat leaves
  /// the buffer only when it is in the database, so it is visible throughout, and a failed batch is
  /// written again the next time.
  public void flush() {
    Map<String, Instant> batch = Map.copyOf(waiting);
    if (!batch.isEmpty()) {
      store.saveHeartbeats(batch);
      batch.forEach(waiting::remove);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
