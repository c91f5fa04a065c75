package dev.streamgate.server.foundation;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hsqldb.HsqlException;

/// What the system would not do with files, as those of a database, at a moment: no file left to
/// open, a fault of a disk or of a network on the way to it. It says nothing of what is in the
/// files.
public final class SystemRefusal {
  /// The system's words are these wherever a launcher started the server (docs/adr/0081).
  private static final String NO_ROOM = "No space left on device";

  private SystemRefusal() {}

  /// The refusal behind a failure of the database; empty if there is none, or the failure is not
  /// the database's.
  static Optional<Throwable> in(Throwable failure) {
    return ofDatabase(failure).filter(SystemRefusal::is).findFirst();
  }

  /// What of a failure came through the database, from the outside in.
  static Stream<Throwable> ofDatabase(Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .dropWhile(cause ->
            !(cause instanceof SQLException
                || cause instanceof StorageException
                || cause instanceof HsqlException));
  }

  /// Whether the system itself said that a disk, of whatever, has no room; the same words of
  /// somebody else say nothing.
  public static boolean isForLackOfRoom(Throwable cause) {
    return is(cause) && String.valueOf(cause.getMessage()).contains(NO_ROOM);
  }

  /// Whether the system itself failed, whatever its language: what was read and not understood ends
  /// in a failure that Java or the database made, one of the system is made by a native method, or
  /// strikes where a file lies in memory. A lack of memory is none: rows whose length is damaged
  /// want any amount of it.
  static boolean is(Throwable cause) {
    return switch (cause) {
      case FileSystemException _, InternalError _ -> true;
      case IOException io ->
          io.getStackTrace().length > 0 && io.getStackTrace()[0].isNativeMethod();
      default -> false;
    };
  }
}
