package dev.streamgate.server.staff.http;

import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.staff.AccountOutcome.Part;
import dev.streamgate.server.staff.AccountProblem;
import io.helidon.http.Status;
import java.util.List;
import java.util.stream.Collectors;

/// Says why an account is not as an owner wanted it (API §4.2).
final class AccountWords {
  static final String PASSWORD_TOO_SHORT = "Password must be at least 8 characters";
  static final String PASSWORD_TOO_LONG = "Password must be at most 72 bytes";
  static final String PASSWORD_FIXED = "This password is set in the server configuration";

  private AccountWords() {}

  /// Everything that is wrong, in one sentence.
  static Problem refusal(List<AccountProblem> problems) {
    return Problem.badRequest(
        problems.stream().map(AccountWords::words).collect(Collectors.joining("; ")));
  }

  static Problem nameTaken() {
    return Problem.of(Status.CONFLICT_409, "Username already exists");
  }

  static Problem lastOwner() {
    return Problem.of(Status.CONFLICT_409, "The last owner cannot be removed");
  }

  static Problem unknown() {
    return Problem.notFound("Account not found");
  }

  static Problem fixed(Part part) {
    return Problem.of(
        Status.CONFLICT_409,
        switch (part) {
          case PASSWORD -> PASSWORD_FIXED;
          case ACCOUNT -> "This account is set in the server configuration";
        });
  }

  private static String words(AccountProblem problem) {
    return switch (problem) {
      case USERNAME ->
          "Username must be 2 to 64 letters a-z, digits or . _ - @, begin with a letter or digit,"
              + " and not be viewer, partner, system, stranger or unknown";
      case PASSWORD_MISSING -> "Password is required";
      case PASSWORD_TOO_SHORT -> PASSWORD_TOO_SHORT;
      case PASSWORD_TOO_LONG -> PASSWORD_TOO_LONG;
      case ROLE -> "Role must be owner, manager or door";
      case DISABLED -> "Disabled must be true or false";
    };
  }
}
