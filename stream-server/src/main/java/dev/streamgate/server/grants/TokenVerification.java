package dev.streamgate.server.grants;

import dev.streamgate.model.playback.PlaybackTokenClaims;

/// What a playback token proves.
public sealed interface TokenVerification {

  /// We signed it and its time has not passed.
  ///
  /// @param byOldKey whether the previous key was needed
  record Valid(PlaybackTokenClaims claims, boolean byOldKey) implements TokenVerification {}

  /// It proves nothing.
  record Refused(TokenRefusal reason) implements TokenVerification {}
}
