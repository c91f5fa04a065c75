package dev.streamgate.server.staff;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;

/// Changing one's own password. Thread-safe.
public final class PasswordChanges {
  private final StaffStore store;
  private final PasswordHasher hasher;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final FirstAccount firstAccount;

  public PasswordChanges(
      StaffStore store,
      PasswordHasher hasher,
      Transactions transactions,
      AuditTrail audit,
      FirstAccount firstAccount) {
    this.store = store;
    this.hasher = hasher;
    this.transactions = transactions;
    this.audit = audit;
    this.firstAccount = firstAccount;
  }

  /// Changes an account's password and ends all of its sign-ins (Spec, rules §11).
  public PasswordChangeOutcome change(
      String username, String current, String replacement, Requester from) {
    if (Passwords.isTooShort(replacement)) {
      return PasswordChangeOutcome.TOO_SHORT;
    }
    if (Passwords.isTooLong(replacement)) {
      return PasswordChangeOutcome.TOO_LONG;
    }
    if (firstAccount.isSetByConfiguration(username)) {
      return PasswordChangeOutcome.SET_BY_CONFIGURATION;
    }
    StaffAccount account = store.findByUsername(username).orElseThrow();
    if (!hasher.matches(current, account.passwordHash())) {
      return PasswordChangeOutcome.WRONG_CURRENT_PASSWORD;
    }
    if (replacement.equals(current)) {
      return PasswordChangeOutcome.UNCHANGED;
    }
    String hash = hasher.hash(replacement);
    return transactions.inTransaction(() -> set(account, hash, from));
  }

  private PasswordChangeOutcome set(StaffAccount account, String hash, Requester from) {
    if (!store.replacePassword(account, hash)) {
      return PasswordChangeOutcome.WRONG_CURRENT_PASSWORD;
    }
    store.deleteSignInsOf(account.id());
    audit.record(AuditEntry.of(AuditAction.ADMIN_PASSWORD_CHANGED, from));
    return PasswordChangeOutcome.CHANGED;
  }
}
