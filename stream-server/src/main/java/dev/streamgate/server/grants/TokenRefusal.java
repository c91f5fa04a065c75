package dev.streamgate.server.grants;

/// Why a token proves nothing. Callers outside learn no more than that it does not.
public enum TokenRefusal {
  /// It has not the form of a playback token, or its claims contradict the rules.
  MALFORMED,
  /// None of our keys signed it.
  SIGNATURE,
  /// It was good once.
  EXPIRED
}
