package dev.streamgate.server.staff;

/// What came of an attempt to change one's password.
public enum PasswordChangeOutcome {
  CHANGED,
  TOO_SHORT,
  TOO_LONG,
  UNCHANGED,
  WRONG_CURRENT_PASSWORD,
  SET_BY_CONFIGURATION
}
