package dev.streamgate.server.changes;

import java.util.function.Supplier;

/// Runs work so that all of it counts or none; work already in a transaction joins it. Where two
/// transactions get into each other's way, one of them is undone and its work run again.
public interface Transactions {
  <T> T inTransaction(Supplier<T> work);
}
