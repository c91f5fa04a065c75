package dev.streamgate.server.staff;

import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Adds accounts. Thread-safe.
public final class Enrolment {
  private final StaffStore store;
  private final PasswordHasher hasher;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  public Enrolment(
      StaffStore store,
      PasswordHasher hasher,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.store = store;
    this.hasher = hasher;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /// Adds an account whose password must be changed at the first sign-in.
  public AccountOutcome enrol(StaffAccountRequest sent, Requester by) {
    List<AccountProblem> problems = AccountForm.problems(sent);
    if (!problems.isEmpty()) {
      return new AccountOutcome.Refused(problems);
    }
    StaffAccount account = account(sent);
    try {
      return transactions.inTransaction(() -> insert(account, by));
    } catch (UsernameTakenException e) {
      return new AccountOutcome.NameTaken();
    }
  }

  private StaffAccount account(StaffAccountRequest sent) {
    return new StaffAccount(
        UUID.randomUUID().toString(),
        AccountForm.username(sent),
        hasher.hash(Objects.requireNonNull(sent.password())),
        Objects.requireNonNull(sent.role()),
        true,
        false);
  }

  private AccountOutcome insert(StaffAccount account, Requester by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    store.insert(account, now);
    audit.record(
        AuditEntry.of(AuditAction.STAFF_CREATED, by)
            .detail("%s, %s".formatted(account.username(), account.role().wireName())));
    return new AccountOutcome.Done(new StaffMember(account, null, now));
  }
}
