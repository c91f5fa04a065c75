package dev.streamgate.server.events;

/// What can be wrong with the items that staff send for an event.
///
/// @param item the name that was sent for the item with the problem
public record ItemProblem(Kind kind, String item) {

  /// Of several problems of one item the first in this order is told.
  public enum Kind {
    NAME,
    DUPLICATE,
    TITLE,
    DATE
  }
}
