package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.insight.OperatorWarning;
import dev.streamgate.model.operation.Inspection;
import dev.streamgate.server.cli.Counted;
import dev.streamgate.server.cli.ServerTrouble;
import dev.streamgate.server.foundation.DatabaseAddress;
import dev.streamgate.server.foundation.DatabaseGlance;
import java.util.List;

/// Whether the database can be used, and is of this version.
final class DatabaseCheck implements Check {
  private static final String SUBJECT = "Database";

  private final DatabaseAddress address;
  private final DataSeen seen;

  DatabaseCheck(DatabaseAddress address, DataSeen seen) {
    this.address = address;
    this.seen = seen;
  }

  @Override
  public List<Finding> findings() {
    return List.of(
        switch (seen) {
          case DataSeen.ByServer byServer -> running(byServer.inspection());
          case DataSeen.ByMyself byMyself -> stopped(byMyself);
          case DataSeen.None _ -> Finding.ok(SUBJECT, "an edge has none");
          case DataSeen.Unlocated _ ->
              Finding.warn(
                  SUBJECT,
                  "was not looked for",
                  "mend what is told of the configuration, and look again");
          case DataSeen.Silent _ ->
              Finding.warn(
                  SUBJECT,
                  "is in the hands of a server that does not answer",
                  "see the port, below");
          case DataSeen.Lost lost -> Finding.fail(SUBJECT, lost.reason(), lost.remedy());
          case DataSeen.Failed failed -> Finding.fail(SUBJECT, failed.reason(), failed.remedy());
        });
  }

  private static Finding running(Inspection inspection) {
    OperatorWarning ailment = inspection.ailment();
    if (ailment == null) {
      return healthy(inspection);
    }
    ServerTrouble trouble = ServerTrouble.of(ailment.code(), ailment.text());
    return Finding.fail(SUBJECT, trouble.text(), trouble.remedy());
  }

  private Finding stopped(DataSeen.ByMyself seen) {
    DatabaseGlance glance = seen.glance();
    if (glance.schema().isEmpty()) {
      return Finding.ok(SUBJECT, address + " is filled at the first start");
    }
    int schema = glance.schema().getAsInt();
    if (glance.isNewer()) {
      return Finding.fail(
          SUBJECT,
          "%s was written by a newer version: its schema is %d, and this version knows %d"
              .formatted(address, schema, DatabaseGlance.newestSchema()),
          "use that version again, or restore a backup from before");
    }
    return schema < DatabaseGlance.newestSchema()
        ? Finding.warn(
            SUBJECT,
            "%s has schema %d; the next start upgrades it to %d"
                .formatted(address, schema, DatabaseGlance.newestSchema()),
            "take a backup with the former version first")
        : seen.inspection()
            .map(DatabaseCheck::healthy)
            .orElseGet(() -> Finding.ok(SUBJECT, address + ", schema " + schema));
  }

  private static Finding healthy(Inspection inspection) {
    return Finding.ok(
        SUBJECT,
        "%s, schema %d, %s"
            .formatted(
                inspection.database(),
                inspection.schema(),
                Counted.of(inspection.events(), "event")));
  }
}
