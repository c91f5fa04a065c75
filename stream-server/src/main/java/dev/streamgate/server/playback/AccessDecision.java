package dev.streamgate.server.playback;

/// What the access rules say about a ticket.
public sealed interface AccessDecision {
  /// It opens what it is for.
  ///
  /// @param byOverride whether only because it is a ticket for staff
  record Allowed(boolean byOverride) implements AccessDecision {}

  /// It opens nothing.
  record Refused(AccessRefusal refusal) implements AccessDecision {}
}
