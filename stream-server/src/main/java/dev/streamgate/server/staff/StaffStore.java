package dev.streamgate.server.staff;

import dev.streamgate.server.audit.Requester;
import java.time.Instant;
import java.util.Optional;

/// Where accounts and sign-ins are kept. Sign-ins are known by the keyed hash of their token only.
public interface StaffStore {
  boolean hasAccounts();

  Optional<StaffAccount> findByUsername(String username);

  /// Adds an account.
  ///
  /// @throws UsernameTakenException if another one has its name
  void insert(StaffAccount account, Instant createdAt);

  /// Sets a new password and clears the demand to change it, if the account still has the password
  /// it had when it was read.
  ///
  /// @return whether it did
  boolean replacePassword(StaffAccount account, String passwordHash);

  /// Takes down when an account signed in, if it is still enabled and still has the password it had
  /// when it was read. The account cannot be changed until the transaction ends.
  ///
  /// @return whether it is and has
  boolean noteSignIn(StaffAccount account, Instant at);

  void insertSignIn(
      String tokenHash, String accountId, Requester from, Instant createdAt, Instant expiresAt);

  Optional<StaffSignIn> findSignIn(String tokenHash);

  void deleteSignIn(String tokenHash);

  void deleteSignInsOf(String accountId);

  void deleteSignInsExpiredBefore(Instant limit);
}
