package dev.streamgate.model.staff;

import java.time.Instant;

/// The answer to a successful sign-in; `token` is a bearer token (API §4.2).
public record SignInResponse(
    boolean success, String token, Instant expiresAt, boolean mustChangePassword, Account account) {

  /// Who signed in.
  public record Account(String id, String username, StaffRole role) {}

  @Override
  public String toString() {
    return "SignInResponse[" + account + "]";
  }
}
