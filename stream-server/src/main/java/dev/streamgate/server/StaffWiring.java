package dev.streamgate.server;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.staff.AccountBook;
import dev.streamgate.server.staff.AccountEditor;
import dev.streamgate.server.staff.AccountStore;
import dev.streamgate.server.staff.Enrolment;
import dev.streamgate.server.staff.FirstAccount;
import dev.streamgate.server.staff.PasswordChanges;
import dev.streamgate.server.staff.PasswordHasher;
import dev.streamgate.server.staff.PasswordReset;
import dev.streamgate.server.staff.SignInTokens;
import dev.streamgate.server.staff.SignIns;
import dev.streamgate.server.staff.StaffStore;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import dev.streamgate.server.staff.db.JdbcAccountStore;
import dev.streamgate.server.staff.db.JdbcStaffStore;
import dev.streamgate.server.staff.http.AccountRoutes;
import dev.streamgate.server.staff.http.StaffRoutes;
import dev.streamgate.server.staff.http.StaffSignInCookie;
import java.time.Duration;

/// Staff accounts and their sign-ins.
final class StaffWiring {
  private static final int ATTEMPTS_PER_MINUTE = 10;

  final FirstAccount firstAccount;
  final SignIns signIns;
  final StaffSignInCookie identity;
  final RateLimit attempts;
  final PasswordReset passwordReset;
  private final Role role;
  private final boolean hasPassword;
  private final StaffStore store;
  private final StaffRoutes routes;
  private final AccountRoutes accountRoutes;

  StaffWiring(Base base) {
    role = base.config.role();
    hasPassword = base.config.adminPasswordHash().isPresent();
    store = new JdbcStaffStore(base.database);
    AccountStore accounts = new JdbcAccountStore(base.database);
    PasswordHasher hasher = new BcryptPasswords();
    firstAccount =
        new FirstAccount(
            store,
            new AccountBook(store, accounts, base.database::inTransaction, base.audit, base.clock),
            hasher,
            base.random,
            base.config.adminPasswordHash());
    signIns =
        new SignIns(
            store,
            hasher,
            new SignInTokens(base.random, base.staffSessionKeys),
            base.database::inTransaction,
            base.audit,
            base.clock);
    identity = new StaffSignInCookie(signIns, base.origins);
    attempts = new RateLimit(ATTEMPTS_PER_MINUTE, Duration.ofMinutes(1), base.clock);
    PasswordChanges passwords =
        new PasswordChanges(store, hasher, base.database::inTransaction, base.audit, firstAccount);
    routes = new StaffRoutes(signIns, passwords, identity, base.requesters, base.origins, attempts);
    AccountEditor editor =
        new AccountEditor(
            accounts, store, firstAccount, hasher, base.database::inTransaction, base.audit);
    passwordReset = new PasswordReset(editor, base.random);
    accountRoutes =
        new AccountRoutes(
            new Enrolment(store, hasher, base.database::inTransaction, base.audit, base.clock),
            editor,
            base.requesters);
  }

  /// A platform makes no password by itself: nobody may be there to read it.
  ///
  /// @throws ConfigurationException if there is neither an account nor a configured password
  void demandPassword() {
    if (role == Role.PLATFORM && !hasPassword && !store.hasAccounts()) {
      throw ConfigurationException.of(
          "Missing required environment variable: " + ConfigKey.ADMIN_PASSWORD_HASH);
    }
  }

  void register(RouteTable table) {
    routes.register(table);
    accountRoutes.register(table);
  }
}
