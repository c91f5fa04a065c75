package dev.streamgate.server.cli;

/// A job was not done, and nothing was changed; the message is a sentence without its full stop.
public final class JobRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wronglyOrdered;

  private JobRefusedException(String reason, boolean wronglyOrdered) {
    super(reason);
    this.wronglyOrdered = wronglyOrdered;
  }

  /// What was typed is wrong.
  public static JobRefusedException wronglyOrdered(String reason) {
    return new JobRefusedException(reason, true);
  }

  /// What was typed is right, but it cannot be done.
  public static JobRefusedException impossible(String reason) {
    return new JobRefusedException(reason, false);
  }

  boolean isWronglyOrdered() {
    return wronglyOrdered;
  }
}
