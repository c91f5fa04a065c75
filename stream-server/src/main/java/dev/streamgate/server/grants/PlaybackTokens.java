package dev.streamgate.server.grants;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import java.time.Duration;

/// Signs playback tokens and tells whether somebody did (Spec, rules §4). Thread-safe.
public interface PlaybackTokens {
  /// No token or signed address may live longer, whoever made it: what we refuse is remembered no
  /// longer than this.
  Duration LONGEST_LIFE = Duration.ofHours(8).plusMinutes(5);

  /// Signs claims with the current key.
  String mint(PlaybackTokenClaims claims);

  /// Judges a token by itself: form, signature and time. Whether its holder was refused in the
  /// meantime is not asked here.
  TokenVerification verify(String token);
}
