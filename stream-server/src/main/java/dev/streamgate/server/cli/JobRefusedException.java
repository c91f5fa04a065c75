package dev.streamgate.server.cli;

import java.util.Optional;

/// A job was not done, and nothing was changed; the message is a sentence without its full stop.
public final class JobRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wronglyOrdered;
  private final transient Optional<ServerTrouble> trouble;

  private JobRefusedException(
      String reason, boolean wronglyOrdered, Optional<ServerTrouble> trouble) {
    super(reason);
    this.wronglyOrdered = wronglyOrdered;
    this.trouble = trouble;
  }

  /// What was typed is wrong.
  public static JobRefusedException wronglyOrdered(String reason) {
    return new JobRefusedException(reason, true, Optional.empty());
  }

  /// What was typed is right, but it cannot be done.
  public static JobRefusedException impossible(String reason) {
    return new JobRefusedException(reason, false, Optional.empty());
  }

  /// What was typed is right, and the server that was to do it is not.
  static JobRefusedException troubled(ServerTrouble trouble) {
    String remedy = trouble.remedy();
    return new JobRefusedException(
        "The server could not do it: %s. %s"
            .formatted(
                trouble.text(), Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1)),
        false,
        Optional.of(trouble));
  }

  boolean isWronglyOrdered() {
    return wronglyOrdered;
  }

  /// What is wrong with the server, if that is the reason.
  Optional<ServerTrouble> trouble() {
    return trouble;
  }
}
