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

  /// It could not be looked at.
  ///
  /// @param remedy what to do, if that is known
  record Failed(String reason, Optional<String> remedy) implements DataSeen {
    public Failed(String reason) {
      this(reason, Optional.empty());
    }
  }

  /// All there is to see.
  default Optional<Inspection> whole() {
    return switch (this) {
      case ByServer seen -> Optional.of(seen.inspection());
      case ByMyself seen -> seen.inspection();
      case None _, Failed _ -> Optional.empty();
    };
  }
}
