package dev.streamgate.server.playback;

import dev.streamgate.server.grants.TokenRefusal;

/// Why a playback call is answered 401. The caller is told nothing of it; the log and the metrics
/// keep the causes apart (Spec, rules §5).
public enum AuthFailure {
  MISSING("Could not validate credentials"),
  MALFORMED("Malformed token"),
  SIGNATURE("Invalid token"),
  EXPIRED("Expired token"),
  UNKNOWN_SUBJECT("User not found"),
  INACTIVE_SUBJECT("User is inactive");

  private final String sentence;

  AuthFailure(String sentence) {
    this.sentence = sentence;
  }

  /// Why a token that proves nothing is refused.
  public static AuthFailure of(TokenRefusal refusal) {
    return switch (refusal) {
      case MALFORMED -> MALFORMED;
      case SIGNATURE -> SIGNATURE;
      case EXPIRED -> EXPIRED;
    };
  }

  /// What the log says.
  public String sentence() {
    return sentence;
  }
}
