package dev.streamgate.server.playback;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.tickets.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what happens at the door: for staff in the audit trail, for operators in log and
/// metrics.
public final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final AuditTrail audit;
  private final PlaybackMetrics metrics;

  public Journal(AuditTrail audit, PlaybackMetrics metrics) {
    this.audit = audit;
    this.metrics = metrics;
  }

  /// Belongs to the transaction that gives the seat, which may run more than once; it is counted by
  /// {@link #admitted}.
  void codeAccepted(Ticket ticket, String sessionId, Requester requester) {
    audit.record(about(AuditAction.CODE_ACCEPTED, ticket, requester).session(sessionId));
    audit.record(about(AuditAction.PLAYBACK_TOKEN_ISSUED, ticket, requester).session(sessionId));
  }

  /// Counts an accepted code and its token, once they are certain.
  void admitted() {
    metrics.codeShown("ok");
    metrics.tokenIssued();
    LOG.info("code accepted, playback token issued");
  }

  /// A code that belongs to no ticket.
  void codeUnknown(String reason, Requester requester) {
    metrics.codeShown(reason);
    LOG.info("code refused: {}", reason);
    audit.record(AuditEntry.of(AuditAction.CODE_REFUSED, requester).reason(reason));
  }

  void codeRefused(Ticket ticket, String reason, Requester requester) {
    metrics.codeShown(reason);
    LOG.info("code refused: {}", reason);
    audit.record(about(AuditAction.CODE_REFUSED, ticket, requester).reason(reason));
  }

  void overridden(Ticket ticket, String sessionId, Requester requester) {
    audit.record(about(AuditAction.ADMIN_OVERRIDE, ticket, requester).session(sessionId));
  }

  void tokenRefreshed(TokenHolder.Known holder, Requester requester) {
    metrics.tokenIssued();
    audit.record(
        about(AuditAction.PLAYBACK_TOKEN_REFRESHED, holder.ticket(), requester)
            .session(holder.sessionId()));
  }

  void tokenDenied(TokenHolder.Known holder, String reason, Requester requester) {
    audit.record(
        about(AuditAction.PLAYBACK_TOKEN_DENIED, holder.ticket(), requester)
            .session(holder.sessionId())
            .reason(reason));
  }

  void authFailed(AuthFailure cause) {
    metrics.authFailed(cause);
    LOG.info("playback call refused: {}", cause.sentence());
  }

  /// Counts what a player says it did.
  void playerEvent(PlayerEvent event) {
    metrics.playerEvent(event);
  }

  private static AuditEntry about(AuditAction action, Ticket ticket, Requester requester) {
    return AuditEntry.of(action, requester).event(ticket.eventId().value()).ticket(ticket.id());
  }
}
