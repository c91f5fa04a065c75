package dev.streamgate.console.print;

/// Puts a table on paper.
public interface Printing {
  /// Asks which printer, and prints; returns whether anything was printed.
  boolean print(PrintTable table);
}
