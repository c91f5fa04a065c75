package dev.streamgate.model.staff;

import org.jspecify.annotations.Nullable;

/// A sign-in; without a user name it is account `admin` (API §4.2).
public record SignInRequest(@Nullable String username, @Nullable String password) {
  public static final String DEFAULT_USERNAME = "admin";

  @Override
  public String toString() {
    return "SignInRequest[" + username + "]";
  }
}
