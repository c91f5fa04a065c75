package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.EmbeddedFiles.Room;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hsqldb.HsqlException;

/// What can be wrong with a database that answers all the same, as its failures tell.
public enum DatabaseAilment {
  /// Nothing is written any more; what is there can be read.
  BROKEN_LOG(
      "database_broken", "The database's log could not be written: make room, restart the server"),

  /// Whatever needs more room is refused, until there is some.
  FULL_DISK("database_full", "The database's disk is full: what needs room is refused"),

  /// Some of what is there cannot be read.
  DAMAGED_FILES("database_damaged", "The database's files are damaged: see the server's log");

  /// Those of ISO 9075 and PostgreSQL's own one for a full disk.
  private static final String DISK_FULL = "53100";

  /// The embedded database's own numbers, for it gives them all one state.
  private static final int CANNOT_GROW = -468;

  /// Also what the system would not read or write at a moment ({@link SystemRefusal}).
  static final Set<Integer> UNREADABLE = Set.of(-452, -453, -454, -466, -467);

  private final String code;
  private final String text;

  DatabaseAilment(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /// For programs.
  public String code() {
    return code;
  }

  /// A sentence for operators, without its full stop.
  public String text() {
    return text;
  }

  /// What a failure tells of the database; empty if it is none of its files', or not the database's
  /// at all.
  public static Optional<DatabaseAilment> of(Throwable failure) {
    if (tells(failure, BrokenLogException.class::isInstance)) {
      return Optional.of(BROKEN_LOG);
    }
    if (tells(failure, DatabaseAilment::isOfAFullDisk)) {
      return Optional.of(FULL_DISK);
    }
    boolean damaged =
        tells(failure, DamagedDatabaseException.class::isInstance)
            || (tells(failure, DatabaseAilment::isOfUnreadableFiles)
                && SystemRefusal.in(failure).isEmpty());
    return damaged ? Optional.of(DAMAGED_FILES) : Optional.empty();
  }

  /// The same where the database's files can be looked at: on a disk that was measured and has no
  /// room the system refuses because of that, in whatever language.
  static Optional<DatabaseAilment> of(Throwable failure, Optional<EmbeddedFiles> files) {
    return of(failure)
        .or(() ->
            files
                .filter(it -> SystemRefusal.in(failure).isPresent() && it.room() == Room.TOO_LITTLE)
                .map(_ -> FULL_DISK));
  }

  private static boolean tells(Throwable failure, Predicate<Throwable> sign) {
    return SystemRefusal.ofDatabase(failure).anyMatch(sign);
  }

  private static boolean isOfAFullDisk(Throwable cause) {
    return switch (cause) {
      case SQLException sql ->
          DISK_FULL.equals(sql.getSQLState()) || sql.getErrorCode() == CANNOT_GROW;
      case HsqlException inner -> inner.getErrorCode() == CANNOT_GROW;
      default -> SystemRefusal.isForLackOfRoom(cause);
    };
  }

  private static boolean isOfUnreadableFiles(Throwable cause) {
    return cause instanceof SQLException sql && UNREADABLE.contains(sql.getErrorCode());
  }
}
