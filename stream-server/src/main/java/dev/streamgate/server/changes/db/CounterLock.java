package dev.streamgate.server.changes.db;

import org.jdbi.v3.core.Handle;

/// Lets the writers of a transaction take turns, all processes included, without taking a number.
final class CounterLock {
  private CounterLock() {}

  /// Waits for all other writers; held until the transaction ends.
  static void take(Handle handle) {
    handle.execute("UPDATE change_counter SET last_seq = last_seq WHERE id = 1");
  }
}
