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

  /// A server has it and does not answer.
  ///
  /// @param reason what came of asking
  record Silent(String reason) implements DataSeen {}

  /// It could not be looked at.
  record Failed(String reason, String remedy) implements DataSeen {
    public static final String AS_THE_SERVER = "run this as the user that the server runs as";
    public static final String MEND_DATABASE =
        "see that PostgreSQL runs, and correct DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD";
    public static final String LET_GO_OR_RESTORE =
        "another command, or a server that is just starting, may have it: look again. If its files"
            + " are damaged, restore the last backup with --force";
  }

  /// All there is to see.
  default Optional<Inspection> whole() {
    return switch (this) {
      case ByServer seen -> Optional.of(seen.inspection());
      case ByMyself seen -> seen.inspection();
      case None _, Silent _, Failed _ -> Optional.empty();
    };
  }
}
