package dev.streamgate.server;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.OwnEdge;
import dev.streamgate.server.insight.ChangeProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Tells consoles what the register of edges knows. What is in force here is reported first, so
/// that it is among what is told.
record ConfirmedChanges(Edges edges, OwnEdge own, LongSupplier cursor) implements ChangeProgress {

  @Override
  public long newest() {
    return cursor.getAsLong();
  }

  @Override
  public Map<String, Long> reached() {
    own.report();
    return edges.reached();
  }

  @Override
  public List<ChangeConfirmation> after(long seq, int most) {
    own.report();
    return edges.confirmationsAfter(seq, most);
  }

  @Override
  public List<ChangeConfirmation> again(List<Long> seqs) {
    return seqs.stream().map(edges::confirmation).flatMap(Optional::stream).toList();
  }
}
