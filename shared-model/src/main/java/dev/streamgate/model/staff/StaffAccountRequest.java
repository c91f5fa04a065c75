package dev.streamgate.model.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A new account (API §4.2). Its password must be changed at the first sign-in.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffAccountRequest(
    @Nullable String username, @Nullable String password, @Nullable StaffRole role) {
  @Override
  public String toString() {
    return "StaffAccountRequest[" + username + "]";
  }
}
