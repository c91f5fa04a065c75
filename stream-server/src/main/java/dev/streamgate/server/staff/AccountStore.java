package dev.streamgate.server.staff;

import java.util.List;
import java.util.Optional;

/// The accounts as owners manage them.
public interface AccountStore {
  /// All accounts, by user name.
  List<StaffMember> all();

  Optional<StaffMember> find(String id);

  /// Keeps others from changing this account and every owner until the transaction ends.
  void hold(String id);

  /// Whether an owner other than this account may sign in.
  boolean hasOtherEnabledOwner(String id);

  /// Writes everything but name and history, and ends the account's sign-ins.
  void update(StaffAccount account);

  /// Removes an account and its sign-ins.
  void delete(String id);
}
