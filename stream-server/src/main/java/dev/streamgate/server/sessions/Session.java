package dev.streamgate.server.sessions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One device's seat on a ticket (Spec, rules §5). Its instants are whole milliseconds.
///
/// @param id the `sid` of its tokens
/// @param slot which of the ticket's seats it holds, counted from 0
/// @param lastHeartbeat the last one written to the database; the creation counts as one
/// @param expiresAt when a content session ends; null for viewers
public record Session(
    String id,
    String ticketId,
    String eventId,
    int slot,
    SessionKind kind,
    Device device,
    Instant createdAt,
    Instant lastHeartbeat,
    @Nullable Instant expiresAt) {

  /// The same content session, heard of now, with an end that is not earlier than before.
  Session lastingUntil(Instant end, Instant now) {
    Instant later = expiresAt != null && expiresAt.isAfter(end) ? expiresAt : end;
    return new Session(id, ticketId, eventId, slot, kind, device, createdAt, now, later);
  }

  public Session withLastHeartbeat(Instant instant) {
    return new Session(id, ticketId, eventId, slot, kind, device, createdAt, instant, expiresAt);
  }
}
