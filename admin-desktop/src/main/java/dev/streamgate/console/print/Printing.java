package dev.streamgate.console.print;

import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Puts a table on paper.
public interface Printing {
  /// Asks which printer; empty if there is none, or the staff think better of it. For the UI
  /// thread.
  Optional<Paper> choose(PrintTable table);

  /// A table on its way to a printer.
  interface Paper {
    /// Prints; takes its time, and is not for the UI thread.
    ///
    /// @param progress is told how much is done, from 0 to 1
    /// @return whether the printer took all of it
    boolean print(DoubleConsumer progress);
  }
}
