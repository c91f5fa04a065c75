package dev.streamgate.server.staff;

import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;
import dev.streamgate.server.staff.AccountOutcome.Part;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What owners do with the accounts there are (Spec, rules §11). An owner who can sign in always
/// remains, also when two owners act at the same moment. Thread-safe.
public final class AccountEditor {
  private final AccountStore accounts;
  private final StaffStore store;
  private final FirstAccount firstAccount;
  private final PasswordHasher hasher;
  private final Transactions transactions;
  private final AuditTrail audit;

  public AccountEditor(
      AccountStore accounts,
      StaffStore store,
      FirstAccount firstAccount,
      PasswordHasher hasher,
      Transactions transactions,
      AuditTrail audit) {
    this.accounts = accounts;
    this.store = store;
    this.firstAccount = firstAccount;
    this.hasher = hasher;
    this.transactions = transactions;
    this.audit = audit;
  }

  /// All accounts, by user name.
  public List<StaffMember> all() {
    return accounts.all();
  }

  /// Whether the configuration holds this account.
  public boolean isFixed(StaffAccount account) {
    return firstAccount.isSetByConfiguration(account.username());
  }

  /// Changes role, access or password, each of which ends the account's sign-ins. A password that
  /// is set for somebody else must be changed at the next sign-in.
  public AccountOutcome update(String id, StaffAccountChange sent, Requester by) {
    List<AccountProblem> problems = AccountForm.passwordProblems(sent.password());
    if (!problems.isEmpty()) {
      return new AccountOutcome.Refused(problems);
    }
    Optional<String> hash = Optional.ofNullable(sent.password()).map(hasher::hash);
    return held(
        id,
        member -> {
          boolean mustChange = !member.account().username().equals(by.actor());
          return update(member, AccountChange.of(member.account(), sent, hash, mustChange), by);
        });
  }

  /// Removes an account; its sign-ins end.
  public AccountOutcome delete(String id, Requester by) {
    return held(id, member -> delete(member, by));
  }

  /// Ends all sign-ins of an account.
  public AccountOutcome endSignIns(String id, Requester by) {
    return held(
        id,
        member -> {
          store.deleteSignInsOf(id);
          return done(AuditAction.STAFF_SIGNED_OUT, member, member.account().username(), by);
        });
  }

  private AccountOutcome held(String id, Function<StaffMember, AccountOutcome> work) {
    return transactions.inTransaction(() -> {
      accounts.hold(id);
      return accounts.find(id).map(work).orElseGet(AccountOutcome.Unknown::new);
    });
  }

  private AccountOutcome update(StaffMember member, AccountChange change, Requester by) {
    StaffAccount after = change.after();
    if (isFixed(after) && !after.passwordHash().equals(change.before().passwordHash())) {
      return new AccountOutcome.Fixed(Part.PASSWORD);
    }
    if (isFixed(after) && !after.isEnabledOwner()) {
      return new AccountOutcome.Fixed(Part.ACCOUNT);
    }
    if (change.losesAnOwner() && !accounts.hasOtherEnabledOwner(after.id())) {
      return new AccountOutcome.LastOwner();
    }
    return change.fields().isEmpty() ? new AccountOutcome.Done(member) : write(member, change, by);
  }

  private AccountOutcome write(StaffMember member, AccountChange change, Requester by) {
    StaffAccount after = change.after();
    accounts.update(after);
    String detail = "%s: %s".formatted(after.username(), String.join(", ", change.fields()));
    return done(AuditAction.STAFF_UPDATED, member.with(after), detail, by);
  }

  private AccountOutcome delete(StaffMember member, Requester by) {
    StaffAccount account = member.account();
    if (isFixed(account)) {
      return new AccountOutcome.Fixed(Part.ACCOUNT);
    }
    if (account.isEnabledOwner() && !accounts.hasOtherEnabledOwner(account.id())) {
      return new AccountOutcome.LastOwner();
    }
    accounts.delete(account.id());
    return done(AuditAction.STAFF_DELETED, member, account.username(), by);
  }

  private AccountOutcome done(AuditAction action, StaffMember member, String detail, Requester by) {
    audit.record(AuditEntry.of(action, by).detail(detail));
    return new AccountOutcome.Done(member);
  }
}
