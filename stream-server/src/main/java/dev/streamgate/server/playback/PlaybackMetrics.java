package dev.streamgate.server.playback;

/// Counts what happens at the door. No argument ever names a person, code, token or address.
public interface PlaybackMetrics {
  /// A code was shown; `reason` is `ok`, or why it was refused.
  void codeShown(String reason);

  /// A playback token was written.
  void tokenIssued();

  /// A playback call was answered 401.
  void authFailed(AuthFailure cause);

  /// A player said what it did.
  void playerEvent(PlayerEvent event);
}
