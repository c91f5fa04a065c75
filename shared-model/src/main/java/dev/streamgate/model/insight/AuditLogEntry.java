package dev.streamgate.model.insight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the audit log as staff read it (API §4.5). It holds no code, token or password.
///
/// @param actor an account's name, `viewer`, `partner` or `system`
/// @param eventTitle the title the event has now; null once it is deleted
/// @param tokenLabel the label the ticket has now; null if it has none or is deleted
/// @param reason a short machine word, such as `expired`
/// @param detail a sentence for people
public record AuditLogEntry(
    long id,
    Instant timestamp,
    String action,
    @Nullable String actor,
    @Nullable String ip,
    @Nullable String eventId,
    @Nullable String eventTitle,
    @Nullable String tokenId,
    @Nullable String tokenLabel,
    @Nullable String sessionId,
    @Nullable String reason,
    @Nullable String userAgent,
    @Nullable String detail) {}
