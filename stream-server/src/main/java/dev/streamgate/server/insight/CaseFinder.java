package dev.streamgate.server.insight;

import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.DiagnosticsResponse.Kind;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditFilter;
import dev.streamgate.server.audit.AuditLog;
import dev.streamgate.server.grants.TokenExamination;
import dev.streamgate.server.grants.TokenExaminer;
import dev.streamgate.server.playback.TokenSubjects;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.SessionStore;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells what a query of support is, and finds what it belongs to.
public final class CaseFinder {
  private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// The form in which this server writes session ids; such a text is no code.
  private static final Pattern OWN_SESSION_ID = Pattern.compile("[0-9a-f]{32}");

  private static final String BEARER = "Bearer ";

  /// How the subjects of staff's previews begin (Spec, rules §4).
  private static final String STAFF_SUBJECT = "staff-";

  /// The start of every JSON object in base64url.
  private static final String JSON_START = "eyJ";

  /// The longest code as it is typed, `XXXX-XXXX-XXXX` with room for blanks around the separators.
  private static final int LONGEST_TYPED_CODE = 24;

  private final TokenExaminer examiner;
  private final TicketStore tickets;
  private final SessionStore sessions;
  private final AuditLog log;

  public CaseFinder(
      TokenExaminer examiner, TicketStore tickets, SessionStore sessions, AuditLog log) {
    this.examiner = examiner;
    this.tickets = tickets;
    this.sessions = sessions;
    this.log = log;
  }

  SupportCase find(String query) {
    String typed = query.startsWith(BEARER) ? query.substring(BEARER.length()).strip() : query;
    if (isToken(typed)) {
      return ofToken(examiner.examine(typed));
    }
    return ofSession(typed)
        .or(() -> ofCode(typed))
        .orElseGet(() -> SupportCase.ofNothing(kindOfNothing(typed)));
  }

  private static boolean isToken(String typed) {
    return typed.startsWith(JSON_START)
        || (typed.indexOf('.') >= 0 && typed.length() > LONGEST_TYPED_CODE);
  }

  private SupportCase ofToken(TokenExamination token) {
    return new SupportCase(
        Kind.TOKEN,
        Optional.of(token),
        token.claims().flatMap(new TokenSubjects(tickets)::ticketOf),
        token.claims().flatMap(CaseFinder::previewOf),
        token
            .claims()
            .flatMap(PlaybackTokenClaims::sessionIfAny)
            .filter(id -> SESSION_ID.matcher(id).matches()));
  }

  /// Tickets for staff have the scope of staff as well, but a code or its hash as their subject.
  private static Optional<PreviewCase> previewOf(PlaybackTokenClaims claims) {
    boolean isForStaff =
        claims.isStaff()
            && claims.subjectIfAny().filter(it -> it.startsWith(STAFF_SUBJECT)).isPresent();
    return claims
        .sessionIfAny()
        .filter(_ -> isForStaff || claims.isPreview())
        .map(session -> new PreviewCase(isForStaff, claims.eventId(), session));
  }

  private Optional<SupportCase> ofSession(String typed) {
    if (!SESSION_ID.matcher(typed).matches()) {
      return Optional.empty();
    }
    return sessions
        .find(typed)
        .map(Session::ticketId)
        .or(() -> ticketOfEndedSession(typed))
        .map(ticketId -> ofSession(typed, tickets.findById(ticketId), Optional.empty()))
        .or(() ->
            previewOf(typed)
                .map(preview -> ofSession(typed, Optional.empty(), Optional.of(preview))));
  }

  private static SupportCase ofSession(
      String sessionId, Optional<Ticket> ticket, Optional<PreviewCase> preview) {
    return new SupportCase(Kind.SESSION, Optional.empty(), ticket, preview, Optional.of(sessionId));
  }

  /// The audit trail remembers sessions after their end.
  private Optional<String> ticketOfEndedSession(String sessionId) {
    return first(AuditFilter.ofSession(sessionId), AuditLogEntry::tokenId);
  }

  /// The audit trail also remembers the sessions of previews, which are named nowhere else.
  private Optional<PreviewCase> previewOf(String sessionId) {
    return previewOf(sessionId, true, AuditAction.PREVIEW_ISSUED)
        .or(() -> previewOf(sessionId, false, AuditAction.PLAYBACK_TOKEN_ISSUED));
  }

  private Optional<PreviewCase> previewOf(String sessionId, boolean forStaff, AuditAction issued) {
    return first(AuditFilter.ofSession(sessionId).only(issued), AuditLogEntry::eventId)
        .map(eventId -> new PreviewCase(forStaff, eventId, sessionId));
  }

  private Optional<String> first(
      AuditFilter filter, Function<AuditLogEntry, @Nullable String> part) {
    return log.page(filter, PageRequest.FIRST).stream()
        .map(part)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Optional<SupportCase> ofCode(String typed) {
    Optional<Ticket> ticket = TicketCode.read(typed).flatMap(tickets::findByCode);
    return ticket.map(it ->
        new SupportCase(
            Kind.CODE, Optional.empty(), Optional.of(it), Optional.empty(), Optional.empty()));
  }

  private static Kind kindOfNothing(String typed) {
    if (OWN_SESSION_ID.matcher(typed).matches()) {
      return Kind.SESSION;
    }
    return TicketCode.read(typed).isPresent() ? Kind.CODE : Kind.UNKNOWN;
  }
}
