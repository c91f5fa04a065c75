package dev.streamgate.model.tickets;

import java.util.List;

/// Why nothing was imported (API §4.4), with every row that stands in the way.
public record ImportRefusal(String error, List<Row> rows) {
  public ImportRefusal {
    rows = List.copyOf(rows);
  }

  /// A row that cannot become a ticket.
  ///
  /// @param row its number, counted from 1 without the header of a file
  /// @param code what was sent as its code
  public record Row(int row, String code, String reason) {}
}
