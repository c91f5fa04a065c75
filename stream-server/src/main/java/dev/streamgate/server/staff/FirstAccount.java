package dev.streamgate.server.staff;

import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.StaffRole;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Makes sure that somebody can sign in: account `admin`, an owner, with the configured password
/// or, when there is no account at all, with a generated one (Spec, product §3.5).
public final class FirstAccount {
  private static final String USERNAME = SignInRequest.DEFAULT_USERNAME;

  private final StaffStore store;
  private final PasswordHasher hasher;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Optional<String> configuredHash;

  public FirstAccount(
      StaffStore store,
      PasswordHasher hasher,
      SecureRandom random,
      InstantSource clock,
      Optional<String> configuredHash) {
    this.store = store;
    this.hasher = hasher;
    this.random = random;
    this.clock = clock;
    this.configuredHash = configuredHash;
  }

  /// Called once at start.
  ///
  /// @return the generated password if one was needed; it is told this once
  public Optional<String> ensure() {
    if (configuredHash.isPresent()) {
      useConfigured(configuredHash.get());
      return Optional.empty();
    }
    if (store.hasAccounts()) {
      return Optional.empty();
    }
    String password = Passwords.generate(random);
    insert(hasher.hash(password), true);
    return Optional.of(password);
  }

  /// Whether this account's password comes from the configuration and cannot be changed here.
  boolean isSetByConfiguration(String username) {
    return configuredHash.isPresent() && USERNAME.equals(username);
  }

  private void useConfigured(String hash) {
    Optional<StaffAccount> admin = store.findByUsername(USERNAME);
    if (admin.isEmpty()) {
      insert(hash, false);
    } else if (!admin.get().passwordHash().equals(hash)) {
      store.setPassword(admin.get().id(), hash);
      store.deleteSignInsOf(admin.get().id());
    }
  }

  private void insert(String hash, boolean mustChangePassword) {
    StaffAccount admin =
        new StaffAccount(
            UUID.randomUUID().toString(),
            USERNAME,
            hash,
            StaffRole.OWNER,
            mustChangePassword,
            false);
    store.insert(admin, clock.instant());
  }
}
