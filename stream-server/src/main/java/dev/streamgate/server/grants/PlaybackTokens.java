package dev.streamgate.server.grants;

import dev.streamgate.model.playback.PlaybackTokenClaims;

/// Signs playback tokens and tells whether somebody did (Spec, rules §4). Thread-safe.
public interface PlaybackTokens {

  /// Signs claims with the current key.
  String mint(PlaybackTokenClaims claims);

  /// Judges a token by itself: form, signature and time. Whether its holder was refused in the
  /// meantime is not asked here.
  TokenVerification verify(String token);
}
