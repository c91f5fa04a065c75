package dev.streamgate.server.changes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The stored register of edges and what they confirmed.
public interface EdgeStore {
  /// All edges, by name.
  List<Edge> all();

  /// Replaces an edge while nobody else does; the operator is given what is stored now.
  ///
  /// @return the edge as it was and as it is, or nothing if there is none of this name
  Optional<Update> update(String edgeId, UnaryOperator<Edge> change);

  /// Adds an edge unless there is one of this name.
  ///
  /// @return whether it was added
  boolean add(Edge edge);

  /// Forgets an edge and its confirmations.
  ///
  /// @return whether there was one
  boolean remove(String edgeId);

  /// Notes that an edge has applied the log up to a number.
  void confirm(String edgeId, long seq, Instant at);

  /// When each edge first confirmed a change or a later one, by name.
  Map<String, Instant> confirmations(long seq);

  /// An edge before and after an update.
  record Update(Edge before, Edge after) {}
}
