package dev.streamgate.server.foundation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /// What a failure tells of the database; empty if it is none of its files'.
  public static Optional<DatabaseAilment> of(Throwable failure) {
    if (causes(failure).anyMatch(BrokenLogException.class::isInstance)) {
      return Optional.of(BROKEN_LOG);
    }
    if (causes(failure).anyMatch(DatabaseAilment::tellsOfAFullDisk)) {
      return Optional.of(FULL_DISK);
    }
    boolean damaged =
        causes(failure)
            .anyMatch(it ->
                it instanceof DamagedDatabaseException
                    || (it instanceof SQLException sql && UNREADABLE.contains(sql.getErrorCode())));
    return damaged ? Optional.of(DAMAGED_FILES) : Optional.empty();
  }

  /// Whatever the database makes of it, the system says it in these words.
  private static boolean tellsOfAFullDisk(Throwable cause) {
    return (cause instanceof SQLException sql
            && (DISK_FULL.equals(sql.getSQLState()) || sql.getErrorCode() == CANNOT_GROW))
        || Optional.ofNullable(cause.getMessage()).orElse("").contains("No space left on device");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
