package dev.streamgate.server.staff;

/// What can be wrong with what an owner sends for an account.
public enum AccountProblem {
  USERNAME,
  PASSWORD_MISSING,
  PASSWORD_TOO_SHORT,
  PASSWORD_TOO_LONG,
  ROLE,
  DISABLED
}
