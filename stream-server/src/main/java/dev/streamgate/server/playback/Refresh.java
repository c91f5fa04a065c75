package dev.streamgate.server.playback;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.guard.Decision;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.playback.RefreshResult.Denied;
import dev.streamgate.server.playback.RefreshResult.Displaced;
import dev.streamgate.server.playback.RefreshResult.Refreshed;
import dev.streamgate.server.playback.RefreshResult.SessionLost;
import dev.streamgate.server.playback.RefreshResult.TooMany;
import dev.streamgate.server.playback.RefreshResult.Unauthorized;
import dev.streamgate.server.playback.TokenHolder.Known;
import dev.streamgate.server.playback.TokenHolder.Stranger;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.Standing;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Gives a watching device a fresh token, after asking the access rules and the session once more
/// (Spec, rules §3.1).
public final class Refresh {
  /// How often a session may ask within {@link #LIMIT_WINDOW}.
  public static final int LIMIT = 12;

  public static final Duration LIMIT_WINDOW = Duration.ofHours(1);

  private final TokenDesk tokens;
  private final Entitlements entitlements;
  private final Attendance attendance;
  private final PlaybackPasses passes;
  private final RateLimit limit;
  private final Journal journal;

  /// @param limit of one session
  public Refresh(
      TokenDesk tokens,
      Entitlements entitlements,
      Attendance attendance,
      PlaybackPasses passes,
      RateLimit limit,
      Journal journal) {
    this.tokens = tokens;
    this.entitlements = entitlements;
    this.attendance = attendance;
    this.passes = passes;
    this.limit = limit;
    this.journal = journal;
  }

  /// A token that already lives as long as its ticket allows gets a successor with the same end.
  ///
  /// @param mediaOrigin where the device gets the video
  public RefreshResult refresh(Optional<String> token, Requester requester, String mediaOrigin) {
    return switch (tokens.identifyRefreshable(token)) {
      case Stranger stranger -> new Unauthorized();
      case Known known -> withinLimit(known, requester, mediaOrigin);
    };
  }

  private RefreshResult withinLimit(Known holder, Requester requester, String mediaOrigin) {
    return switch (limit.tryAcquire(holder.sessionId())) {
      case Decision.Allowed() ->
          entitlements
              .of(holder.ticket())
              .map(entitlement -> decide(holder, entitlement, requester, mediaOrigin))
              .orElseGet(Unauthorized::new);
      case Decision.Refused(Duration wait) -> new TooMany(wait);
    };
  }

  private RefreshResult decide(
      Known holder, Entitlement entitlement, Requester requester, String mediaOrigin) {
    return switch (AccessRules.decide(entitlement)) {
      case AccessDecision.Allowed allowed -> renew(holder, entitlement, requester, mediaOrigin);
      case AccessDecision.Refused(AccessRefusal refusal) -> {
        journal.tokenDenied(holder, refusal.reason(), requester);
        yield new Denied(refusal);
      }
    };
  }

  private RefreshResult renew(
      Known holder, Entitlement entitlement, Requester requester, String mediaOrigin) {
    String ticketId = holder.ticket().id();
    int maxSessions = holder.ticket().maxSessions();
    return switch (attendance.standing(holder.sessionId(), ticketId, maxSessions)) {
      case Standing.Alive alive -> {
        journal.tokenRefreshed(holder, requester);
        PlaybackPass pass = passes.issue(entitlement, holder.sessionId(), mediaOrigin);
        yield new Refreshed(entitlement.event().id().value(), pass);
      }
      case Standing.Displaced() -> {
        journal.tokenDenied(holder, "displaced", requester);
        yield new Displaced();
      }
      case Standing.Lost(Standing.Cause cause) -> {
        journal.tokenDenied(holder, cause.name().toLowerCase(Locale.ROOT), requester);
        yield new SessionLost(cause);
      }
    };
  }
}
