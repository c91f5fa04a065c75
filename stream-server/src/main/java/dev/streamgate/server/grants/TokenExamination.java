package dev.streamgate.server.grants;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import java.util.Optional;

/// What can be told of a playback token, good or not.
///
/// @param isReadable whether it has the form of a token at all
/// @param signer which of our keys signed it; empty if neither did
/// @param claims what it says; empty unless we signed it and the claims keep to the rules
/// @param refusal why it is refused; empty if it is good
public record TokenExamination(
    boolean isReadable,
    Optional<Signer> signer,
    Optional<PlaybackTokenClaims> claims,
    Optional<TokenRefusal> refusal) {

  /// One of our two keys.
  public enum Signer {
    CURRENT_KEY,
    OLD_KEY
  }
}
