package dev.streamgate.server.playback;

import dev.streamgate.server.playback.AccessDecision.Allowed;
import dev.streamgate.server.playback.AccessDecision.Refused;
import dev.streamgate.server.playback.AccessRefusal.EventInactive;
import dev.streamgate.server.playback.AccessRefusal.Expired;
import dev.streamgate.server.playback.AccessRefusal.NotYetAvailable;
import dev.streamgate.server.playback.AccessRefusal.Revoked;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rules a ticket must meet, in the order in which they are asked (Spec, rules §3.1, 3–6). The
/// first one it does not meet decides.
public final class AccessRules {
  private static final List<Rule> IN_ORDER =
      List.of(
          new Rule(AccessRules::notRevoked, ForStaffTickets.ALSO),
          new Rule(AccessRules::eventActive, ForStaffTickets.WAIVED),
          new Rule(AccessRules::notExpired, ForStaffTickets.ALSO),
          new Rule(AccessRules::itemAvailable, ForStaffTickets.WAIVED));

  private AccessRules() {}

  private enum ForStaffTickets {
    ALSO,
    WAIVED
  }

  private record Rule(
      Function<Entitlement, Optional<AccessRefusal>> check, ForStaffTickets forStaffTickets) {
    boolean isWaivedFor(Entitlement entitlement) {
      return forStaffTickets == ForStaffTickets.WAIVED && entitlement.ticket().isForStaff();
    }
  }

  public static AccessDecision decide(Entitlement entitlement) {
    boolean overridden = false;
    for (Rule rule : IN_ORDER) {
      Optional<AccessRefusal> refusal = rule.check().apply(entitlement);
      if (refusal.isPresent() && !rule.isWaivedFor(entitlement)) {
        return new Refused(refusal.get());
      }
      overridden |= refusal.isPresent();
    }
    return new Allowed(overridden);
  }

  /// Whether the ticket is not revoked and its event is active: nothing else ends a session that
  /// goes on (Spec, rules §5).
  public static boolean isInForce(Entitlement entitlement) {
    return !(decide(entitlement) instanceof Refused(AccessRefusal refusal)
        && (refusal instanceof Revoked || refusal instanceof EventInactive));
  }

  private static Optional<AccessRefusal> notRevoked(Entitlement entitlement) {
    return unless(!entitlement.ticket().isRevoked(), new Revoked());
  }

  private static Optional<AccessRefusal> eventActive(Entitlement entitlement) {
    return unless(entitlement.event().isActive(), new EventInactive());
  }

  private static Optional<AccessRefusal> notExpired(Entitlement entitlement) {
    return unless(
        !entitlement.ticket().isExpiredAt(entitlement.at()),
        new Expired(entitlement.ticket().expiresAt()));
  }

  private static Optional<AccessRefusal> itemAvailable(Entitlement entitlement) {
    return entitlement.itemAvailableAt().map(NotYetAvailable::new);
  }

  private static Optional<AccessRefusal> unless(boolean met, AccessRefusal refusal) {
    return met ? Optional.empty() : Optional.of(refusal);
  }
}
