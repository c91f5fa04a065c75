package dev.streamgate.console.print;

import java.util.List;

/// A table to be printed.
///
/// @param shares how wide each column is, in parts of the whole
public record PrintTable(
    String title, List<String> columns, List<Double> shares, List<List<String>> rows) {
  public PrintTable {
    columns = List.copyOf(columns);
    shares = List.copyOf(shares);
    rows = List.copyOf(rows);
  }
}
