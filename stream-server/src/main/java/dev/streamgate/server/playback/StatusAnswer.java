package dev.streamgate.server.playback;

import dev.streamgate.model.events.EventStatus;
import dev.streamgate.server.events.Event;
import java.time.Duration;

/// What came of asking for an event's status.
public sealed interface StatusAnswer {
  /// The event and how it stands.
  record Found(Event event, EventStatus status) implements StatusAnswer {}

  /// Neither token nor code opens this event.
  record UnknownCode() implements StatusAnswer {}

  /// The code is right, but there is no such event.
  record UnknownEvent() implements StatusAnswer {}

  /// The address must wait before it may show another code.
  record TooManyAttempts(Duration retryAfter) implements StatusAnswer {}
}
