package dev.streamgate.server.events;

/// What came of creating or changing an event.
public sealed interface EditOutcome {
  /// The event as it is now stored.
  record Saved(Event event) implements EditOutcome {}

  /// Something sent was wrong; nothing was stored.
  record Refused(EventProblem problem) implements EditOutcome {}

  /// There is no such event.
  record Unknown() implements EditOutcome {}
}
