package dev.streamgate.server.staff;

import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.StaffRole;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/// Makes sure that somebody can sign in: account `admin`, an owner, with the configured password
/// or, when there is no account at all, with a generated one (Spec, product §3.5).
public final class FirstAccount {
  private static final String USERNAME = SignInRequest.DEFAULT_USERNAME;

  private final StaffStore store;
  private final AccountBook book;
  private final PasswordHasher hasher;
  private final SecureRandom random;
  private final Optional<String> configuredHash;

  public FirstAccount(
      StaffStore store,
      AccountBook book,
      PasswordHasher hasher,
      SecureRandom random,
      Optional<String> configuredHash) {
    this.store = store;
    this.book = book;
    this.hasher = hasher;
    this.random = random;
    this.configuredHash = configuredHash;
  }

  /// Called once at start. Of several servers that start at once on one empty database, one makes
  /// the account.
  ///
  /// @return the generated password if one was needed and it was made here; it is told this once
  public Optional<String> ensure() {
    if (configuredHash.isPresent()) {
      useConfigured(configuredHash.get());
      return Optional.empty();
    }
    if (store.hasAccounts()) {
      return Optional.empty();
    }
    String password = Passwords.generate(random);
    return insert(hasher.hash(password), true) ? Optional.of(password) : Optional.empty();
  }

  /// Whether this account and its password come from the configuration and cannot be changed here.
  boolean isSetByConfiguration(String username) {
    return configuredHash.isPresent() && USERNAME.equals(username);
  }

  private void useConfigured(String hash) {
    Optional<StaffAccount> admin = store.findByUsername(USERNAME);
    if (admin.isPresent()) {
      restore(admin.get(), hash);
    } else if (!insert(hash, false)) {
      restore(store.findByUsername(USERNAME).orElseThrow(), hash);
    }
  }

  /// Makes the account what the configuration says, whatever staff made of it before.
  private void restore(StaffAccount admin, String hash) {
    StaffAccount wanted = admin(admin.id(), hash, false);
    if (!admin.equals(wanted)) {
      book.change(wanted);
    }
  }

  /// Adds the account, unless another server has just done so.
  private boolean insert(String hash, boolean mustChangePassword) {
    try {
      book.add(admin(UUID.randomUUID().toString(), hash, mustChangePassword));
      return true;
    } catch (UsernameTakenException e) {
      return false;
    }
  }

  private static StaffAccount admin(String id, String hash, boolean mustChangePassword) {
    return new StaffAccount(id, USERNAME, hash, StaffRole.OWNER, mustChangePassword, false);
  }
}
