package dev.streamgate.server.changes;

import java.util.function.Supplier;

/// Runs work so that all of it counts or none; work already in a transaction joins it.
public interface Transactions {
  <T> T inTransaction(Supplier<T> work);
}
