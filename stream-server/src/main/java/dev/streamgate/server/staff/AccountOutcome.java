package dev.streamgate.server.staff;

import java.util.List;

/// What came of managing an account.
public sealed interface AccountOutcome {
  /// The account as it is now stored, or as it was before it was removed.
  record Done(StaffMember member) implements AccountOutcome {}

  /// Something sent was wrong; nothing was stored.
  record Refused(List<AccountProblem> problems) implements AccountOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// Another account has this user name.
  record NameTaken() implements AccountOutcome {}

  /// There is no such account.
  record Unknown() implements AccountOutcome {}

  /// Nobody could manage accounts any more.
  record LastOwner() implements AccountOutcome {}

  /// The configuration holds this account.
  record Fixed(Part part) implements AccountOutcome {}

  /// What the configuration decides about an account.
  enum Part {
    PASSWORD,
    ACCOUNT
  }
}
