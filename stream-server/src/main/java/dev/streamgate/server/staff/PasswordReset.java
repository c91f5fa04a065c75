package dev.streamgate.server.staff;

import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.Username;
import dev.streamgate.server.audit.Requester;
import java.security.SecureRandom;
import java.util.Optional;

/// Gives an account whose password nobody knows a new one, which must be changed at the next
/// sign-in. For whoever may use the machine that the server runs on. Thread-safe.
public final class PasswordReset {
  private final AccountEditor editor;
  private final SecureRandom random;

  public PasswordReset(AccountEditor editor, SecureRandom random) {
    this.editor = editor;
    this.random = random;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// The new password; it is told this once. The account's sign-ins have ended.
    record Reset(String password) implements Outcome {
      @Override
      public String toString() {
        return "Reset";
      }
    }

    /// There is no such account.
    record Unknown() implements Outcome {}

    /// The configuration holds this password.
    record Fixed() implements Outcome {}
  }

  public Outcome reset(String typed) {
    String username = Username.normalised(typed);
    Optional<StaffMember> member =
        editor.all().stream().filter(it -> it.account().username().equals(username)).findFirst();
    String password = Passwords.generate(random);
    return member
        .map(it ->
            editor.update(
                it.account().id(), new StaffAccountChange(null, null, password), Requester.SYSTEM))
        .map(outcome -> told(outcome, password))
        .orElseGet(Outcome.Unknown::new);
  }

  private static Outcome told(AccountOutcome outcome, String password) {
    return switch (outcome) {
      case AccountOutcome.Done done -> new Outcome.Reset(password);
      case AccountOutcome.Fixed fixed -> new Outcome.Fixed();
      case AccountOutcome.Unknown unknown -> new Outcome.Unknown();
      case AccountOutcome.Refused _, AccountOutcome.NameTaken _, AccountOutcome.LastOwner _ ->
          throw new IllegalStateException("a generated password was refused");
    };
  }
}
