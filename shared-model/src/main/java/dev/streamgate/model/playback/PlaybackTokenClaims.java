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
/// @param marking what tokens of the content API and of watermarked events say besides; null in all
///   others
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
    boolean probe,
    @Nullable Marking marking) {
  public static final String ISSUER = "streamgate";
  public static final String AUDIENCE = "streamgate-player";
  public static final String SCOPE_STAFF = "staff";
  public static final String SCOPE_PREVIEW = "preview";
  public static final String SCOPE_CONTENT = "content";

  public PlaybackTokenClaims {
    lockedItems = List.copyOf(lockedItems);
  }

  /// Which mark belongs to the picture, and where that comes from.
  ///
  /// @param viewerId the ticket's id in tokens of the content API, whose `sub` holds only the hash
  ///   of its code; null in viewers' tokens
  /// @param hlsBaseUrl the origin from which the video comes
  public record Marking(@Nullable String viewerId, String watermarkId, String hlsBaseUrl) {}

  public Optional<String> subjectIfAny() {
    return Optional.ofNullable(subject);
  }

  public Optional<String> sessionIfAny() {
    return Optional.ofNullable(sessionId);
  }

  public Optional<Marking> markingIfAny() {
    return Optional.ofNullable(marking);
  }

  /// The ticket's id, if it is a token of the content API.
  public Optional<String> viewerIfAny() {
    return markingIfAny().map(Marking::viewerId);
  }

  /// The id of what it opens: that of the event, or `event/item`.
  public String contentId() {
    return item == null ? eventId : eventId + "/" + item;
  }

  public boolean isPreview() {
    return SCOPE_PREVIEW.equals(scope);
  }

  public boolean isStaff() {
    return SCOPE_STAFF.equals(scope);
  }
}
