package dev.streamgate.model.changes;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the revocation feed (API §5.1).
///
/// @param logId names the log the numbers belong to; a reader that knows another one, or whose
///   cursor is beyond this one, starts again from the beginning
public record RevocationSyncResponse(
    List<Revocation> revocations,
    List<EventDeactivation> eventDeactivations,
    List<Reinstatement> reinstatements,
    List<EventReactivation> eventReactivations,
    List<EndedSession> endedSessions,
    long cursor,
    boolean more,
    Instant serverTime,
    String logId) {
  /// @throws NullPointerException if a part is missing; a page that was read is then malformed
  public RevocationSyncResponse {
    revocations = List.copyOf(revocations);
    eventDeactivations = List.copyOf(eventDeactivations);
    reinstatements = List.copyOf(reinstatements);
    eventReactivations = List.copyOf(eventReactivations);
    endedSessions = List.copyOf(endedSessions);
    requireNonNull(serverTime);
    requireNonNull(logId);
  }

  /// A code that must be refused.
  public record Revocation(String code, Instant revokedAt) {
    public Revocation {
      requireNonNull(code);
      requireNonNull(revokedAt);
    }
  }

  /// An event whose every ticket must be refused. Its codes are listed only for those who ask by
  /// time; who follows by cursor refuses the event by its id.
  public record EventDeactivation(
      String eventId,
      Instant deactivatedAt,
      boolean deleted,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> tokenCodes) {
    public EventDeactivation {
      requireNonNull(eventId);
      requireNonNull(deactivatedAt);
    }
  }

  /// A code that is allowed again.
  public record Reinstatement(String code, Instant reinstatedAt) {
    public Reinstatement {
      requireNonNull(code);
      requireNonNull(reinstatedAt);
    }
  }

  /// An event whose tickets are allowed again, individually revoked ones excepted.
  public record EventReactivation(String eventId, Instant reactivatedAt) {
    public EventReactivation {
      requireNonNull(eventId);
      requireNonNull(reactivatedAt);
    }
  }

  /// A session that must be refused.
  public record EndedSession(String sessionId, Instant endedAt) {
    public EndedSession {
      requireNonNull(sessionId);
      requireNonNull(endedAt);
    }
  }
}
