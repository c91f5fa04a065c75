package dev.streamgate.server.staff;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Transactions;
import dev.streamgate.server.staff.SignInOutcome.InvalidCredentials;
import dev.streamgate.server.staff.SignInOutcome.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Signing in and out. Thread-safe.
public final class SignIns {
  /// How long a sign-in lasts (Spec, rules §12).
  public static final Duration LIFE = Duration.ofHours(8);

  private static final String UNKNOWN = "unknown";

  private final StaffStore store;
  private final PasswordHasher hasher;
  private final SignInTokens tokens;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  public SignIns(
      StaffStore store,
      PasswordHasher hasher,
      SignInTokens tokens,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.store = store;
    this.hasher = hasher;
    this.tokens = tokens;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /// Signs an account in. Unknown and disabled accounts take as long as known ones.
  public SignInOutcome signIn(String username, String password, Requester from) {
    Optional<StaffAccount> account =
        store.findByUsername(username.strip().toLowerCase(Locale.ROOT));
    boolean matches =
        hasher.matches(
            password, account.map(StaffAccount::passwordHash).orElseGet(hasher::nobodysHash));
    if (account.isEmpty() || !matches || account.get().disabled()) {
      return refuse(account.map(StaffAccount::username).orElse(UNKNOWN), from);
    }
    return transactions.inTransaction(() -> admit(account.get(), from));
  }

  /// The sign-in that a token belongs to, if it is in force.
  public Optional<StaffSignIn> identify(String token) {
    return tokens
        .hashesOf(token)
        .map(store::findSignIn)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(signIn -> signIn.expiresAt().isAfter(clock.instant()))
        .filter(signIn -> !signIn.account().disabled());
  }

  /// The name under which the sign-in of a token is stored, if it is in force.
  public Optional<String> storedName(String token) {
    return identify(token).isEmpty()
        ? Optional.empty()
        : tokens.hashesOf(token).filter(hash -> store.findSignIn(hash).isPresent()).findFirst();
  }

  /// Ends the sign-in that a token belongs to.
  public void signOut(String token, Requester from) {
    transactions.inTransaction(() -> {
      tokens.hashesOf(token).forEach(store::deleteSignIn);
      audit.record(AuditEntry.of(AuditAction.ADMIN_LOGOUT, from));
      return token;
    });
  }

  /// Forgets sign-ins that are no longer in force.
  public void sweep() {
    store.deleteSignInsExpiredBefore(clock.instant());
  }

  private SignInOutcome refuse(String attempted, Requester from) {
    audit.record(AuditEntry.of(AuditAction.ADMIN_LOGIN_FAILED, from.as(attempted)));
    return new InvalidCredentials();
  }

  private SignInOutcome admit(StaffAccount account, Requester from) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!store.noteSignIn(account, now)) {
      return refuse(account.username(), from); // changed while the password was compared
    }
    String token = tokens.next();
    store.insertSignIn(tokens.hashOf(token), account.id(), from, now, now.plus(LIFE));
    audit.record(AuditEntry.of(AuditAction.ADMIN_LOGIN, from.as(account.username())));
    return new SignedIn(token, account, now.plus(LIFE));
  }
}
