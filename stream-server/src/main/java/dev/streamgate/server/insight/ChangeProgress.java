package dev.streamgate.server.insight;

import dev.streamgate.model.changes.ChangeConfirmation;
import java.util.List;
import java.util.Map;

/// Tells whom changes have reached.
public interface ChangeProgress {
  /// The number of the newest change that is in force in this process; costs nothing.
  long newest();

  /// How far each edge has come that is waited for, by name.
  Map<String, Long> reached();

  /// Of the changes to tickets and events after a number, the newest ones, in their order.
  List<ChangeConfirmation> after(long seq, int most);

  /// The changes of these numbers, as far as they are still known.
  List<ChangeConfirmation> again(List<Long> seqs);
}
