package dev.streamgate.console.api;

import dev.streamgate.model.staff.SignInResponse;
import dev.streamgate.model.staff.StaffSessionResponse;

/// Signing in and out. The sign-in's token stays behind this port, in memory only.
public interface StaffApi {
  /// Signs in at the server at `address`; from then on all ports speak to that server.
  Answer<SignInResponse> signIn(ServerAddress address, String username, String password);

  Answer<Done> changePassword(String currentPassword, String newPassword);

  /// Whether the server is there, and still knows this sign-in.
  Answer<StaffSessionResponse> session();

  /// Ends the sign-in here in any case, and at the server if it is reached.
  Answer<Done> signOut();
}
