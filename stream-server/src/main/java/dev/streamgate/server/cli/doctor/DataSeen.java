package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.Inspection;
import dev.streamgate.server.foundation.DatabaseGlance;
import java.util.Optional;

/// What could be seen of a server's data, and by whom.
public sealed interface DataSeen {
  /// The server that runs told it.
  record ByServer(Inspection inspection) implements DataSeen {}

  /// This process looked, because no server runs.
  ///
  /// @param inspection empty if the database is new, or of another version
  record ByMyself(DatabaseGlance glance, Optional<Inspection> inspection) implements DataSeen {}

  /// An edge has no data.
  record None() implements DataSeen {}

  /// Where it is cannot be told from the configuration, so nobody looked.
  record Unlocated() implements DataSeen {}

  /// A server has it and does not answer.
  ///
  /// @param reason what came of asking
  record Silent(String reason) implements DataSeen {}

  /// A process has it, and nobody knows how to ask that.
  record Lost(String reason, String remedy) implements DataSeen {}

  /// It could not be looked at.
  record Failed(String reason, String remedy) implements DataSeen {
    public static final String AS_THE_SERVER =
        "run this as the user that the server runs as; where a disk is full, make room";
    public static final String NOT_BY_THIS_SERVER =
        "correct ROLE and DATA_DIR if another server is meant, or restart this one";
    public static final String MEND_DATABASE =
        "see that PostgreSQL runs, and correct DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD";
    public static final String LOOK_AGAIN =
        "a server that is just starting, or another command, has it: look again in a moment";
    public static final String CORRECT_PLACES =
        "correct DATA_DIR and DATABASE_URL, or the rights to read what is there";
  }

  /// All there is to see.
  default Optional<Inspection> whole() {
    return switch (this) {
      case ByServer seen -> Optional.of(seen.inspection());
      case ByMyself seen -> seen.inspection();
      case None _, Unlocated _, Silent _, Lost _, Failed _ -> Optional.empty();
    };
  }
}
