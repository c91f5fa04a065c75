package dev.streamgate.console.api;

import java.time.Instant;
import java.util.Optional;

/// Which page of which rows of the audit log; blank texts and empty times are left out.
public record AuditQuery(
    String action,
    Optional<Instant> since,
    Optional<Instant> until,
    String eventId,
    String ticketId,
    int page) {
  public static final int PAGE_SIZE = 50;
}
