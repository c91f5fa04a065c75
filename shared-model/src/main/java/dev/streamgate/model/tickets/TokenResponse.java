package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.streamgate.model.changes.ChangeReceipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ticket as staff see it (API §4.4). `change` comes with the answer to a revoke or un-revoke.
public record TokenResponse(
    String id,
    String code,
    String displayCode,
    CodeStyle codeStyle,
    String eventId,
    @Nullable String label,
    @JsonProperty("isRevoked") boolean isRevoked,
    @Nullable Instant revokedAt,
    @Nullable Instant redeemedAt,
    @Nullable String redeemedIp,
    Instant expiresAt,
    Instant createdAt,
    TokenStatus status,
    int maxSessions,
    int takeoversUsed,
    AccessLevel accessLevel,
    @Nullable String item,
    @Nullable Integer maxHeight,
    int activeSessions,
    Progress progress,
    EventTitle event,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChangeReceipt change) {

  /// This ticket with the change to wait for until every server acts accordingly.
  public TokenResponse withChange(ChangeReceipt receipt) {
    return new TokenResponse(
        id,
        code,
        displayCode,
        codeStyle,
        eventId,
        label,
        isRevoked,
        revokedAt,
        redeemedAt,
        redeemedIp,
        expiresAt,
        createdAt,
        status,
        maxSessions,
        takeoversUsed,
        accessLevel,
        item,
        maxHeight,
        activeSessions,
        progress,
        event,
        receipt);
  }

  /// How far the holder has watched.
  public record Progress(
      long watchedSeconds,
      @Nullable Long durationSeconds,
      int watchCount,
      @Nullable Instant lastWatchedAt,
      @Nullable Instant completedAt) {
    public static final Progress NONE = new Progress(0, null, 0, null, null);
  }

  /// The title of the ticket's event.
  public record EventTitle(String title) {}
}
