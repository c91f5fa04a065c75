package dev.streamgate.server.playback;

import dev.streamgate.model.tickets.LookupVerdict;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.tickets.TicketStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells staff at the door what would become of a code, without using it.
public final class DoorLookup {
  private final TicketStore tickets;
  private final Entitlements entitlements;
  private final Attendance attendance;
  private final AuditTrail audit;

  public DoorLookup(
      TicketStore tickets, Entitlements entitlements, Attendance attendance, AuditTrail audit) {
    this.tickets = tickets;
    this.entitlements = entitlements;
    this.attendance = attendance;
    this.audit = audit;
  }

  /// What is known of a code.
  ///
  /// @param entitlement empty if there is no such code
  /// @param sessions the ticket's live ones
  public record Finding(
      LookupVerdict verdict, Optional<Entitlement> entitlement, List<Session> sessions) {
    public Finding {
      sessions = List.copyOf(sessions);
    }
  }

  /// Looks up a code as somebody typed or scanned it.
  public Finding look(String typed, Requester requester) {
    Finding finding =
        TicketCode.read(typed)
            .flatMap(tickets::findByCode)
            .flatMap(entitlements::of)
            .map(this::judge)
            .orElseGet(() -> new Finding(LookupVerdict.UNKNOWN, Optional.empty(), List.of()));
    audit.record(entry(finding, requester));
    return finding;
  }

  private Finding judge(Entitlement entitlement) {
    List<Session> sessions = attendance.liveOf(entitlement.ticket().id());
    LookupVerdict verdict =
        switch (AccessRules.decide(entitlement)) {
          case AccessDecision.Refused(AccessRefusal refusal) -> verdictOn(refusal);
          case AccessDecision.Allowed allowed ->
              sessions.size() < entitlement.ticket().maxSessions()
                  ? LookupVerdict.OK
                  : LookupVerdict.IN_USE;
        };
    return new Finding(verdict, Optional.of(entitlement), sessions);
  }

  private static LookupVerdict verdictOn(AccessRefusal refusal) {
    return switch (refusal) {
      case AccessRefusal.Revoked revoked -> LookupVerdict.REVOKED;
      case AccessRefusal.EventInactive inactive -> LookupVerdict.EVENT_INACTIVE;
      case AccessRefusal.Expired expired -> LookupVerdict.EXPIRED;
      case AccessRefusal.NotYetAvailable locked -> LookupVerdict.LOCKED;
    };
  }

  private static AuditEntry entry(Finding finding, Requester requester) {
    AuditEntry entry =
        AuditEntry.of(AuditAction.TOKEN_LOOKED_UP, requester)
            .reason(finding.verdict().name().toLowerCase(Locale.ROOT));
    return finding
        .entitlement()
        .map(Entitlement::ticket)
        .map(ticket -> entry.event(ticket.eventId().value()).ticket(ticket.id()))
        .orElse(entry);
  }
}
