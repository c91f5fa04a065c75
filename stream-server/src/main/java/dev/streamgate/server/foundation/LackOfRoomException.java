package dev.streamgate.server.foundation;

import java.io.IOException;

/// There is no room to do something; the message says what and what to do, without the last full
/// stop.
public final class LackOfRoomException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  LackOfRoomException(String problem, String remedy) {
    super(problem + ". " + Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1));
    this.problem = problem;
    this.remedy = remedy;
  }

  /// What is wrong, without a full stop.
  public String problem() {
    return problem;
  }

  /// What to do, without a full stop.
  public String remedy() {
    return remedy;
  }
}
