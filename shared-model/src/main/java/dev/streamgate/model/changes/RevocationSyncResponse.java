package dev.streamgate.model.changes;

import java.time.Instant;
import java.util.List;

/// One page of the revocation feed (API §5.1).
public record RevocationSyncResponse(
    List<Revocation> revocations,
    List<EventDeactivation> eventDeactivations,
    List<Reinstatement> reinstatements,
    List<EventReactivation> eventReactivations,
    List<EndedSession> endedSessions,
    long cursor,
    boolean more,
    Instant serverTime) {

  /// A code that must be refused.
  public record Revocation(String code, Instant revokedAt) {}

  /// An event whose every ticket must be refused, with its codes.
  public record EventDeactivation(
      String eventId, Instant deactivatedAt, boolean deleted, List<String> tokenCodes) {}

  /// A code that is allowed again.
  public record Reinstatement(String code, Instant reinstatedAt) {}

  /// An event whose tickets are allowed again, individually revoked ones excepted.
  public record EventReactivation(String eventId, Instant reactivatedAt) {}

  /// A session that must be refused.
  public record EndedSession(String sessionId, Instant endedAt) {}
}
