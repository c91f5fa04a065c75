package dev.streamgate.server.media;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import java.util.Optional;

/// Whether a request for media is let in.
public sealed interface MediaDecision {

  /// The subject of the token that was shown, if it was one of ours.
  Optional<String> subject();

  /// The credential opens the path.
  record Granted(Credential credential, MediaPath path, PlaybackTokenClaims claims)
      implements MediaDecision {
    @Override
    public Optional<String> subject() {
      return claims.subjectIfAny();
    }
  }

  /// It does not.
  record Refused(RefusalReason reason, Optional<String> subject) implements MediaDecision {
    Refused(RefusalReason reason) {
      this(reason, Optional.empty());
    }
  }
}
