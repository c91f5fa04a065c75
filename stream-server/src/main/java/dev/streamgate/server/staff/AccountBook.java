package dev.streamgate.server.staff;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Writes accounts that nobody asked for, each with its line in the audit trail. Thread-safe.
public final class AccountBook {
  private final StaffStore store;
  private final AccountStore accounts;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  public AccountBook(
      StaffStore store,
      AccountStore accounts,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /// Adds an account.
  ///
  /// @throws UsernameTakenException if its name is taken
  void add(StaffAccount account) {
    transactions.inTransaction(() -> {
      store.insert(account, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      note(AuditAction.STAFF_CREATED, account);
      return account;
    });
  }

  void change(StaffAccount account) {
    transactions.inTransaction(() -> {
      accounts.update(account);
      note(AuditAction.STAFF_UPDATED, account);
      return account;
    });
  }

  private void note(AuditAction action, StaffAccount account) {
    audit.record(
        AuditEntry.of(action, Requester.SYSTEM)
            .detail("%s, %s".formatted(account.username(), account.role().wireName())));
  }
}
