package dev.streamgate.server.tickets;

import java.util.List;

/// What came of importing codes.
public sealed interface ImportOutcome {
  /// So many codes became tickets or, in a dry run, could have.
  record Imported(int count) implements ImportOutcome {}

  /// Some rows are wrong; nothing was stored.
  record Refused(List<RefusedRow> rows) implements ImportOutcome {
    public Refused {
      rows = List.copyOf(rows);
    }
  }

  /// There is no such event.
  record UnknownEvent() implements ImportOutcome {}

  /// Others kept taking some of the codes at the same moment; nothing was stored.
  record Contended() implements ImportOutcome {}
}
