package dev.streamgate.server.sessions;

/// How a session stands at present.
public sealed interface Standing {
  /// It holds its seat.
  record Alive(Session session) implements Standing {}

  /// Another device has its seat.
  record Displaced() implements Standing {}

  /// It ended, and nobody took its seat.
  record Lost(Cause cause) implements Standing {}

  /// Why a session ended without another one taking its place.
  enum Cause {
    /// Its heartbeats stayed away; the device may ask for a seat again by itself.
    TIMED_OUT,
    /// Somebody wanted it to end.
    RELEASED
  }
}
