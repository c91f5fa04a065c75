package dev.streamgate.console.api;

import dev.streamgate.model.tickets.ImportRefusal;
import java.util.List;

/// What came of an import, or would come of it: so many tickets, or the rows in the way.
public record ImportVerdict(int imported, List<ImportRefusal.Row> refused) {
  public ImportVerdict {
    refused = List.copyOf(refused);
  }
}
