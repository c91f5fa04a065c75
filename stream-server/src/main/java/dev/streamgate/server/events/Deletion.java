package dev.streamgate.server.events;

/// What came of the wish to delete an event.
public sealed interface Deletion {
  /// It is gone, with its tickets and their sessions.
  record Deleted() implements Deletion {}

  /// The requester did not name its title; so many tickets would have gone with it.
  record Unconfirmed(long tickets) implements Deletion {}

  /// There is no such event.
  record Unknown() implements Deletion {}
}
