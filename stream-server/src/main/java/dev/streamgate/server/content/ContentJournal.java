package dev.streamgate.server.content;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.tickets.Ticket;

/// Writes down what partners and players are given and refused: for staff in the audit trail, for
/// operators in the metrics.
public final class ContentJournal {
  private final AuditTrail audit;
  private final ContentMetrics metrics;

  public ContentJournal(AuditTrail audit, ContentMetrics metrics) {
    this.audit = audit;
    this.metrics = metrics;
  }

  /// Counts what happens, without naming anybody.
  public interface ContentMetrics {
    /// A token was written; `family` is `content`, `preview` or `staff`.
    void tokenIssued(String family);

    /// A signed playlist was asked for; `result` is `ok`, or why there was none.
    void playlistAsked(String result);
  }

  void codeAccepted(Ticket ticket, String sessionId, Requester requester) {
    audit.record(about(AuditAction.CODE_ACCEPTED, ticket, requester).session(sessionId));
  }

  void overridden(Ticket ticket, String sessionId, Requester requester) {
    audit.record(about(AuditAction.ADMIN_OVERRIDE, ticket, requester).session(sessionId));
  }

  void tokenIssued(Ticket ticket, ContentPass pass, Requester requester) {
    metrics.tokenIssued("content");
    audit.record(
        about(AuditAction.PLAYBACK_TOKEN_ISSUED, ticket, requester)
            .session(pass.sessionId())
            .detail("Content " + pass.contentId()));
  }

  void previewIssued(Event event, ContentPass pass, Requester requester) {
    metrics.tokenIssued("preview");
    audit.record(
        AuditEntry.of(AuditAction.PLAYBACK_TOKEN_ISSUED, requester)
            .event(event.id().value())
            .session(pass.sessionId())
            .detail("Preview for everybody"));
  }

  void staffPreviewIssued(Event event, String sessionId, Requester requester) {
    metrics.tokenIssued("staff");
    AuditEntry entry =
        AuditEntry.of(AuditAction.PREVIEW_ISSUED, requester)
            .event(event.id().value())
            .session(sessionId);
    audit.record(entry);
    audit.record(
        AuditEntry.of(AuditAction.ADMIN_OVERRIDE, requester)
            .event(event.id().value())
            .session(sessionId)
            .detail("Staff preview"));
  }

  void addressSigned(Ticket ticket, String sessionId, Requester requester) {
    audit.record(about(AuditAction.SIGNED_URL_ISSUED, ticket, requester).session(sessionId));
  }

  void embedSigned(Event event, Requester requester) {
    audit.record(AuditEntry.of(AuditAction.EMBED_URL_ISSUED, requester).event(event.id().value()));
  }

  /// A code that belongs to no ticket of this event.
  void codeUnknown(Event event, String reason, Requester requester) {
    audit.record(
        AuditEntry.of(AuditAction.CODE_REFUSED, requester)
            .event(event.id().value())
            .reason(reason));
  }

  void denied(Event event, Denial denial, Requester requester) {
    audit.record(
        AuditEntry.of(AuditAction.PLAYBACK_TOKEN_DENIED, requester)
            .event(event.id().value())
            .reason(denial.reason()));
  }

  void denied(Ticket ticket, String reason, Requester requester) {
    audit.record(about(AuditAction.PLAYBACK_TOKEN_DENIED, ticket, requester).reason(reason));
  }

  /// Counts a question for a signed playlist; `result` is `ok`, or why there was none.
  public void playlistAsked(String result) {
    metrics.playlistAsked(result);
  }

  private static AuditEntry about(AuditAction action, Ticket ticket, Requester requester) {
    return AuditEntry.of(action, requester).event(ticket.eventId().value()).ticket(ticket.id());
  }
}
