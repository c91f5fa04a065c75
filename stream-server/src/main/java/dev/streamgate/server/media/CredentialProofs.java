package dev.streamgate.server.media;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.DirectorySignature;
import dev.streamgate.server.grants.ExpirySeconds;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.PlaylistSignature;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.grants.TokenVerification.Refused;
import dev.streamgate.server.grants.TokenVerification.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Verifies credentials of every kind and tells what they grant, in the form of a playback token's
/// claims, so that everything said later about a token holds for signed addresses, too (Spec, media
/// §2 and §3). Thread-safe.
public final class CredentialProofs {
  private final PlaybackTokens tokens;
  private final AddressKeys keys;
  private final InstantSource clock;

  public CredentialProofs(PlaybackTokens tokens, AddressKeys keys, InstantSource clock) {
    this.tokens = tokens;
    this.keys = keys;
    this.clock = clock;
  }

  /// A playback token by itself.
  TokenVerification verify(Credential.Token shown) {
    return tokens.verify(shown.token());
  }

  /// A signed HLS address: the token, and the signature over what it opens. The content's id is
  /// that of the token.
  TokenVerification verify(Credential.SignedAddress shown) {
    TokenVerification verification = tokens.verify(shown.token());
    if (!(verification instanceof Valid(PlaybackTokenClaims claims, boolean byOldKey))) {
      return verification;
    }
    Optional<Instant> expires = ExpirySeconds.read(shown.expires());
    if (expires.isEmpty()) {
      return new Refused(TokenRefusal.MALFORMED);
    }
    if (!PlaylistSignature.isValid(
        keys, claims.contentId(), shown.token(), shown.expires(), shown.signature())) {
      return new Refused(TokenRefusal.SIGNATURE);
    }
    return timeRefusal(expires.get()).<TokenVerification>map(Refused::new).orElse(verification);
  }

  /// A directory token in front of a path.
  TokenVerification verify(DirectoryToken shown, MediaPath path, MediaRequest request) {
    String client = DirectorySignature.isLocked(shown.token()) ? request.clientAddress().get() : "";
    if (!shown.signature(request.rawPath()).isValid(shown.token(), client, keys)) {
      return new Refused(TokenRefusal.SIGNATURE);
    }
    return timeRefusal(shown.expiresAt())
        .<TokenVerification>map(Refused::new)
        .orElseGet(() -> new Valid(claims(shown, path), false));
  }

  private Optional<TokenRefusal> timeRefusal(Instant expires) {
    Instant now = clock.instant();
    if (!now.isBefore(expires)) {
      return Optional.of(TokenRefusal.EXPIRED);
    }
    return expires.isAfter(now.plus(PlaybackTokens.LONGEST_LIFE))
        ? Optional.of(TokenRefusal.MALFORMED)
        : Optional.empty();
  }

  /// A single file that was signed for lies in its event's folder.
  private static PlaybackTokenClaims claims(DirectoryToken token, MediaPath path) {
    return new PlaybackTokenClaims(
        token.ticket().orElse(null),
        path.event().value(),
        token.session().orElse(null),
        token.folder().orElseGet(() -> StreamPath.buildStreamPathPrefix(path.event())),
        Instant.EPOCH,
        token.expiresAt(),
        null,
        token.maxHeight().isPresent() ? Integer.valueOf(token.maxHeight().getAsInt()) : null,
        List.of(),
        null,
        false,
        null);
  }
}
