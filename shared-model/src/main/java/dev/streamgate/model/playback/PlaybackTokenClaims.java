package dev.streamgate.model.playback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The claims of a playback token (Spec, rules §4).
///
/// @param subject the stored code, or a synthetic subject; null in probe tokens
/// @param eventId the event it opens
/// @param sessionId the session; null in probe tokens
/// @param pathPrefix the folder it opens, `/streams/<event>/` or one below, ending with `/`
/// @param expiresAt first instant at which it is refused, in whole seconds
/// @param lockedItems folders of the event that it does not open
/// @param probe whether it opens HEAD requests only
public record PlaybackTokenClaims(
    @Nullable String subject,
    String eventId,
    @Nullable String sessionId,
    String pathPrefix,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable String item,
    @Nullable Integer maxHeight,
    List<String> lockedItems,
    @Nullable String scope,
    boolean probe) {
  public static final String ISSUER = "streamgate";
  public static final String AUDIENCE = "streamgate-player";
  public static final String SCOPE_STAFF = "staff";

  public PlaybackTokenClaims {
    lockedItems = List.copyOf(lockedItems);
  }

  public Optional<String> subjectIfAny() {
    return Optional.ofNullable(subject);
  }

  public Optional<String> sessionIfAny() {
    return Optional.ofNullable(sessionId);
  }

  public boolean isStaff() {
    return SCOPE_STAFF.equals(scope);
  }
}
