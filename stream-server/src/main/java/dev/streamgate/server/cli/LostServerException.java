package dev.streamgate.server.cli;

import dev.streamgate.model.operation.ServerContact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A server runs and verbs cannot reach it, because its contact file is not as it wrote it or not
/// theirs to read, or cannot tell what became of an order. The message says what to do, without the
/// last full stop.
final class LostServerException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final String RESTART =
      "restart the server, by Ctrl+C, SIGTERM or \"systemctl restart streamgate\":"
          + " it writes the file anew";
  private static final String TRY_AGAIN =
      "a server that just starts or stops, or another command, is done in a moment: try again."
          + " If that does not help, the file was deleted while the server ran: ";

  private final String problem;
  private final String remedy;
  private final boolean mayBeDone;

  private LostServerException(String problem, String remedy, @Nullable Throwable cause) {
    this(problem, remedy, cause, false);
  }

  private LostServerException(
      String problem, String remedy, @Nullable Throwable cause, boolean mayBeDone) {
    super(problem + ". " + Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1), cause);
    this.problem = problem;
    this.remedy = remedy;
    this.mayBeDone = mayBeDone;
  }

  /// What is wrong, without a full stop.
  String problem() {
    return problem;
  }

  /// What to do, without a full stop.
  String remedy() {
    return remedy;
  }

  /// Whether something was ordered and nobody knows what became of it.
  boolean mayBeDone() {
    return mayBeDone;
  }

  /// A process holds the data directory and has left no word, or that of another one lies there.
  static LostServerException unknown(Path file) {
    return new LostServerException(
        "%s is used by another process, but %s, by which verbs reach a server, is not there or of one that has ended"
            .formatted(file.toAbsolutePath().normalize().getParent(), ServerContact.FILE),
        TRY_AGAIN + RESTART,
        null);
  }

  /// Nobody knows whether a server runs, for whoever asks may not look.
  static LostServerException foreign(Path dataDirectory, Throwable cause) {
    return new LostServerException(
        dataDirectory.toAbsolutePath().normalize() + " is another user's",
        "run this as the one the server runs as",
        cause);
  }

  /// Nothing in the file helps.
  static LostServerException damaged(Path file, Throwable cause) {
    return new LostServerException(
        "%s, by which verbs reach the server that runs, is damaged"
            .formatted(file.toAbsolutePath().normalize()),
        RESTART,
        cause);
  }

  /// Who answers is not the server that wrote the file, or does not know what stands in it.
  static LostServerException estranged(Path file, ServerContact contact) {
    return new LostServerException(
        "What answers at %s does not know the words of %s: the file was changed while the server ran"
            .formatted(contact.url(""), file.toAbsolutePath().normalize()),
        RESTART,
        null);
  }

  /// It takes connections and does not answer; it was asked for nothing else.
  static LostServerException hanging(ServerContact contact, Duration patience, Throwable cause) {
    return new LostServerException(
        "The server of process %d has not answered for %d seconds, and was asked to do nothing"
            .formatted(contact.pid(), patience.toSeconds()),
        "end it, by \"kill %1$d\", or \"kill -9 %1$d\" if it does not end, and start it again; with a package, \"systemctl restart streamgate\". Codes and seats survive that"
            .formatted(contact.pid()),
        cause);
  }

  /// It was asked to do something, and its answer never came.
  ///
  /// @param look how to find out whether it did, and what to do then, without a full stop
  static LostServerException unanswered(ServerContact contact, String look, Throwable cause) {
    return new LostServerException(
        "The server of process %d was asked to do it and gave no answer: it may be done, or be done yet"
            .formatted(contact.pid()),
        look,
        cause,
        true);
  }

  /// It was asked for a backup, which changes nothing, and nothing of one came.
  static LostServerException withoutBackup(ServerContact contact, Throwable cause) {
    return new LostServerException(
        "The server of process %d was asked for a backup and sent none. Nothing was written or changed"
            .formatted(contact.pid()),
        "repeat it when the server answers again",
        cause);
  }

  /// Nobody answers where the file says that the server is.
  static LostServerException silent(Path file, ServerContact contact, Throwable cause) {
    return new LostServerException(
        "The server of process %d does not answer at %s, where it is by %s"
            .formatted(contact.pid(), contact.url(""), file.toAbsolutePath().normalize()),
        RESTART,
        cause);
  }
}
