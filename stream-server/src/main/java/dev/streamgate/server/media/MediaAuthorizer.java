package dev.streamgate.server.media;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Decides each media request from memory alone: what the token grants, minus what has been refused
/// since (Spec, rules §3.4). Thread-safe.
public final class MediaAuthorizer {
  private final PlaybackTokens tokens;
  private final Denials denials;
  private final BooleanSupplier blind;

  /// @param blind whether nothing may be granted now, because what is refused is not known well
  ///   enough; asked for every request, so it answers from memory
  public MediaAuthorizer(PlaybackTokens tokens, Denials denials, BooleanSupplier blind) {
    this.tokens = tokens;
    this.denials = denials;
    this.blind = blind;
  }

  /// Judges one request: is there a credential, is the path sound, does the one open the other.
  ///
  /// @param rawPath the path as it came over the wire
  /// @param withoutBody whether the answer will have none, which is all that a probe token opens
  public MediaDecision decide(Optional<Credential> shown, String rawPath, boolean withoutBody) {
    if (shown.isEmpty()) {
      return new Refused(RefusalReason.NO_CREDENTIAL);
    }
    Optional<MediaPath> path = MediaPath.of(rawPath);
    if (path.isEmpty()) {
      return new Refused(RefusalReason.BAD_PATH);
    }
    return switch (tokens.verify(shown.get().token())) {
      case TokenVerification.Refused(TokenRefusal reason) -> new Refused(asRefusal(reason));
      case TokenVerification.Valid valid ->
          decide(new Granted(shown.get(), path.get(), valid.claims()), withoutBody);
    };
  }

  /// What a good token grants stands unless one of the rules takes it back.
  private MediaDecision decide(Granted granted, boolean withoutBody) {
    PlaybackTokenClaims claims = granted.claims();
    return scopeRefusal(claims, granted.path())
        .or(() -> laterRefusal(claims))
        .or(() -> probeRefusal(claims, withoutBody))
        .<MediaDecision>map(reason -> new Refused(reason, claims.subjectIfAny()))
        .orElse(granted);
  }

  private static Optional<RefusalReason> scopeRefusal(PlaybackTokenClaims claims, MediaPath path) {
    if (!StreamPath.isPathAllowed(path.normalised(), claims.pathPrefix())) {
      return Optional.of(RefusalReason.OTHER_PATH);
    }
    // A token for one item names that item in its path; locks concern the event-wide ones.
    boolean locked =
        path.names().size() > 1 && claims.lockedItems().contains(path.names().getFirst());
    return locked ? Optional.of(RefusalReason.LOCKED_ITEM) : Optional.empty();
  }

  private Optional<RefusalReason> laterRefusal(PlaybackTokenClaims claims) {
    if (blind.getAsBoolean()) {
      return Optional.of(RefusalReason.BLIND);
    }
    if (claims.subjectIfAny().filter(denials::isSubjectRefused).isPresent()) {
      return Optional.of(RefusalReason.REVOKED);
    }
    if (claims.sessionIfAny().filter(denials::isSessionEnded).isPresent()) {
      return Optional.of(RefusalReason.SESSION_ENDED);
    }
    return isClosed(claims) ? Optional.of(RefusalReason.EVENT_INACTIVE) : Optional.empty();
  }

  /// Staff may look at an inactive event, but nobody at a deleted one.
  private boolean isClosed(PlaybackTokenClaims claims) {
    return claims.isStaff()
        ? denials.isEventDeleted(claims.eventId())
        : denials.isEventRefused(claims.eventId());
  }

  private static Optional<RefusalReason> probeRefusal(
      PlaybackTokenClaims claims, boolean withoutBody) {
    return claims.probe() && !withoutBody
        ? Optional.of(RefusalReason.PROBE_TOKEN)
        : Optional.empty();
  }

  private static RefusalReason asRefusal(TokenRefusal reason) {
    return switch (reason) {
      case MALFORMED -> RefusalReason.MALFORMED_TOKEN;
      case SIGNATURE -> RefusalReason.BAD_SIGNATURE;
      case EXPIRED -> RefusalReason.EXPIRED;
    };
  }
}
