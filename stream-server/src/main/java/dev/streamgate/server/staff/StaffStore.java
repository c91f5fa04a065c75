package dev.streamgate.server.staff;

import dev.streamgate.server.audit.Requester;
import java.time.Instant;
import java.util.Optional;

/// Where accounts and sign-ins are kept. Sign-ins are known by the keyed hash of their token only.
public interface StaffStore {
  boolean hasAccounts();

  Optional<StaffAccount> findByUsername(String username);

  void insert(StaffAccount account, Instant createdAt);

  /// Sets a new password and clears the demand to change it.
  void setPassword(String accountId, String passwordHash);

  void noteSignIn(String accountId, Instant at);

  void insertSignIn(
      String tokenHash, String accountId, Requester from, Instant createdAt, Instant expiresAt);

  Optional<StaffSignIn> findSignIn(String tokenHash);

  void deleteSignIn(String tokenHash);

  void deleteSignInsOf(String accountId);

  void deleteSignInsExpiredBefore(Instant limit);
}
