package dev.streamgate.server.tickets;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.model.tickets.TokenStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The record that lets somebody watch one event (Spec, rules §1). It is revoked exactly when
/// `revokedAt` is there.
public record Ticket(
    String id,
    TicketCode code,
    CodeStyle style,
    EventId eventId,
    @Nullable String label,
    @Nullable Instant revokedAt,
    @Nullable Instant redeemedAt,
    @Nullable String redeemedIp,
    Instant expiresAt,
    int maxSessions,
    int takeoversUsed,
    AccessLevel accessLevel,
    @Nullable String item,
    @Nullable Integer maxHeight,
    Instant createdAt) {

  /// The same ticket, as if it were for one item of its event only.
  public Ticket forItem(String name) {
    return new Ticket(
        id,
        code,
        style,
        eventId,
        label,
        revokedAt,
        redeemedAt,
        redeemedIp,
        expiresAt,
        maxSessions,
        takeoversUsed,
        accessLevel,
        name,
        maxHeight,
        createdAt);
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  public boolean isExpiredAt(Instant now) {
    return now.isAfter(expiresAt);
  }

  public boolean isForStaff() {
    return accessLevel == AccessLevel.STAFF;
  }

  /// The state at an instant; the first that applies wins.
  public TokenStatus statusAt(Instant now) {
    if (isRevoked()) {
      return TokenStatus.REVOKED;
    }
    if (isExpiredAt(now)) {
      return TokenStatus.EXPIRED;
    }
    return redeemedAt == null ? TokenStatus.UNUSED : TokenStatus.REDEEMED;
  }
}
