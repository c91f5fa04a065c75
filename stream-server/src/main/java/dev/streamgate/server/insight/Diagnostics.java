package dev.streamgate.server.insight;

import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.insight.DiagnosticsResponse.Check;
import dev.streamgate.model.insight.DiagnosticsResponse.Kind;
import dev.streamgate.model.insight.DiagnosticsResponse.Result;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditFilter;
import dev.streamgate.server.audit.AuditLog;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.grants.TokenExamination;
import dev.streamgate.server.playback.AuthFailure;
import dev.streamgate.server.tickets.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers support's question why a viewer cannot watch (API §4.5). The query itself, which may be
/// a code or a token, is written down nowhere. Thread-safe.
public final class Diagnostics {
  private static final PageRequest NEWEST = new PageRequest(1, 20);

  private final CaseFinder finder;
  private final SupportChecks checks;
  private final AuditLog log;
  private final AuditTrail trail;
  private final Supplier<List<String>> warnings;

  /// @param warnings what the operator should know of, whatever the case
  public Diagnostics(
      CaseFinder finder,
      SupportChecks checks,
      AuditLog log,
      AuditTrail trail,
      Supplier<List<String>> warnings) {
    this.finder = finder;
    this.checks = checks;
    this.log = log;
    this.trail = trail;
    this.warnings = warnings;
  }

  /// Looks into a code, a session id or a playback token.
  public DiagnosticsResponse run(String query, Requester by) {
    SupportCase about = finder.find(query.strip());
    List<Check> results = checks.of(about);
    Optional<String> cause =
        causeOf(about, results).map(failure -> failure.name().toLowerCase(Locale.ROOT));
    DiagnosticsResponse response =
        new DiagnosticsResponse(
            about.kind(),
            about.sessionId().orElse(null),
            about.ticket().map(Ticket::id).orElse(null),
            about.eventId().orElse(null),
            cause.orElse(null),
            results,
            rows(about),
            warnings.get());
    note(about, cause.orElse("ok"), by);
    return response;
  }

  /// The cause for which a playback call would be refused, or in the case of a code a ticket.
  private static Optional<AuthFailure> causeOf(SupportCase about, List<Check> results) {
    if (about.kind() == Kind.UNKNOWN) {
      return Optional.of(AuthFailure.MALFORMED);
    }
    Optional<AuthFailure> ofToken =
        about.token().flatMap(TokenExamination::refusal).map(AuthFailure::of);
    if (ofToken.isPresent()) {
      return ofToken;
    }
    boolean isKnown = about.ticket().isPresent() || about.preview().isPresent();
    if (!isKnown || (about.token().isPresent() && about.sessionId().isEmpty())) {
      return Optional.of(AuthFailure.UNKNOWN_SUBJECT);
    }
    if (isFailed("subjectActive", results)) {
      return Optional.of(AuthFailure.INACTIVE_SUBJECT);
    }
    return isFailed("notExpired", results) ? Optional.of(AuthFailure.EXPIRED) : Optional.empty();
  }

  private static boolean isFailed(String id, List<Check> results) {
    return results.stream()
        .anyMatch(check -> check.id().equals(id) && check.result() == Result.FAIL);
  }

  private List<AuditLogEntry> rows(SupportCase about) {
    return about
        .ticket()
        .map(ticket -> AuditFilter.ofTicket(ticket.id()))
        .or(() -> about.sessionId().map(AuditFilter::ofSession))
        .map(filter -> log.page(filter, NEWEST))
        .orElse(List.of());
  }

  private void note(SupportCase about, String outcome, Requester by) {
    AuditEntry entry =
        AuditEntry.of(AuditAction.DIAGNOSTICS_RUN, by)
            .reason(outcome)
            .detail("asked about a " + about.kind().name().toLowerCase(Locale.ROOT));
    AuditEntry withTicket = about.ticket().map(it -> entry.ticket(it.id())).orElse(entry);
    AuditEntry withEvent = about.eventId().map(withTicket::event).orElse(withTicket);
    trail.record(about.sessionId().map(withEvent::session).orElse(withEvent));
  }
}
