package dev.streamgate.console.api;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.EdgeResponse;
import java.util.List;

/// The processes that serve media, and which changes they act on.
public interface EdgesApi {
  Answer<List<EdgeResponse>> list();

  /// Takes one off the list; changes no longer wait for it.
  Answer<Done> remove(String edgeId);

  /// Which of them act on a change.
  Answer<ChangeConfirmation> confirmation(long seq);
}
