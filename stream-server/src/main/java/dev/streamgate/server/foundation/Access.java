package dev.streamgate.server.foundation;

import dev.streamgate.model.staff.StaffRole;
import java.util.EnumSet;
import java.util.Set;

/// Who may call a route. Every route names one; a route without one cannot be written.
public sealed interface Access {
  /// Anybody, stranger or not.
  Access ANYBODY = new Anybody();

  /// Whoever shows a credential that the handler itself verifies, such as a playback token.
  Access SELF_VERIFIED = new SelfVerified();

  /// Whoever comes with a signed address, which the handler verifies.
  Access SIGNED = new Signed();

  /// Partners: whoever shows the partner key or the internal one, owners and managers.
  Access PARTNERS = new Partner();

  /// Whoever shows the internal API key.
  Access INTERNAL_KEY = new InternalKey();

  /// Whoever shows the internal API key, also as a bearer token, or sits at this machine.
  Access OPERATORS = new Operators();

  /// A program on this machine that has read the secret of this run, and no proxy.
  Access THIS_MACHINE = new ThisMachine();

  /// Any signed-in account, also while its password must be changed.
  Access SIGNED_IN = new Staff(EnumSet.allOf(StaffRole.class), true);

  /// Any signed-in account.
  Access ANY_STAFF = new Staff(EnumSet.allOf(StaffRole.class), false);

  /// Owners and managers.
  Access MANAGERS = new Staff(EnumSet.of(StaffRole.OWNER, StaffRole.MANAGER), false);

  /// Owners.
  Access OWNERS = new Staff(EnumSet.of(StaffRole.OWNER), false);

  /// Nobody is asked who they are.
  record Anybody() implements Access {}

  /// The handler asks for itself.
  record SelfVerified() implements Access {}

  /// The signature in the address decides.
  record Signed() implements Access {}

  /// A key or a sign-in decides.
  record Partner() implements Access {}

  /// The header `X-Internal-Api-Key` decides.
  record InternalKey() implements Access {}

  /// Key or loopback, as for metrics.
  record Operators() implements Access {}

  /// The header `X-Command-Secret` decides, and where the request comes from.
  record ThisMachine() implements Access {}

  /// Signed-in accounts of some roles.
  record Staff(Set<StaffRole> roles, boolean evenBeforePasswordChange) implements Access {
    public Staff {
      roles = Set.copyOf(roles);
    }
  }
}
