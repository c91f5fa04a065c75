package dev.streamgate.server.staff;

import java.time.Instant;

/// What came of an attempt to sign in.
public sealed interface SignInOutcome {
  /// Signed in; the token is told this once and stored only as a hash.
  record SignedIn(String token, StaffAccount account, Instant expiresAt) implements SignInOutcome {
    @Override
    public String toString() {
      return "SignedIn[" + account + "]";
    }
  }

  /// Wrong name or password, or a disabled account; which of them is not told.
  record InvalidCredentials() implements SignInOutcome {}
}
