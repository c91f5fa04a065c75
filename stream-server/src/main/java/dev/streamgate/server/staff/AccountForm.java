package dev.streamgate.server.staff;

import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds everything that is wrong with what an owner sent for an account.
final class AccountForm {
  private AccountForm() {}

  static List<AccountProblem> problems(StaffAccountRequest sent) {
    List<AccountProblem> problems = new ArrayList<>();
    if (!Username.isValid(username(sent))) {
      problems.add(AccountProblem.USERNAME);
    }
    problems.addAll(
        sent.password() == null
            ? List.of(AccountProblem.PASSWORD_MISSING)
            : passwordProblems(sent.password()));
    if (sent.role() == null) {
      problems.add(AccountProblem.ROLE);
    }
    return problems;
  }

  /// What is wrong with a password; with none, nothing is.
  static List<AccountProblem> passwordProblems(@Nullable String password) {
    if (password != null && Passwords.isTooShort(password)) {
      return List.of(AccountProblem.PASSWORD_TOO_SHORT);
    }
    if (password != null && Passwords.isTooLong(password)) {
      return List.of(AccountProblem.PASSWORD_TOO_LONG);
    }
    return List.of();
  }

  static String username(StaffAccountRequest sent) {
    return Username.normalised(Objects.requireNonNullElse(sent.username(), ""));
  }
}
