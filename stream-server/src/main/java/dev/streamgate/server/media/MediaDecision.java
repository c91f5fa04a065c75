package dev.streamgate.server.media;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.media.Credential.Carrier;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether a request for media is let in.
public sealed interface MediaDecision {

  /// The subject of the token that was shown, if it was one of ours.
  Optional<String> subject();

  /// How the credential that decided was carried; empty if there was none.
  Optional<Carrier> carrier();

  /// The credential opens the path.
  ///
  /// @param kilobytesPerSecond how fast the answer may be sent, if that is limited; 1 kB is 1000
  ///   bytes
  record Granted(
      Credential credential,
      MediaPath path,
      PlaybackTokenClaims claims,
      OptionalInt kilobytesPerSecond)
      implements MediaDecision {
    @Override
    public Optional<Carrier> carrier() {
      return Optional.of(credential.carrier());
    }

    /// The answer to the same request if something still stands in the way.
    Refused refused(RefusalReason reason) {
      return new Refused(reason, carrier(), subject());
    }

    @Override
    public Optional<String> subject() {
      return claims.subjectIfAny();
    }
  }

  /// It does not.
  record Refused(RefusalReason reason, Optional<Carrier> carrier, Optional<String> subject)
      implements MediaDecision {
    static Refused withoutCredential() {
      return new Refused(RefusalReason.NO_CREDENTIAL, Optional.empty(), Optional.empty());
    }
  }
}
