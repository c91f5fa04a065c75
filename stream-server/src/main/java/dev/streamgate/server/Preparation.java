package dev.streamgate.server;

import io.helidon.service.registry.GlobalServiceRegistry;
import jdk.jfr.FlightRecorder;
import org.jdbi.v3.core.statement.JdbiStatementEvent;

/// What libraries set up once for each process, when they are first used, and what no database is
/// needed for. It is done beside the opening of the database, which takes as long. Whoever comes to
/// use one of them meanwhile waits for it; nothing depends on this having been done.
final class Preparation {
  private Preparation() {}

  static void begin() {
    Thread.ofPlatform().daemon().name("streamgate-preparation").start(Preparation::prepare);
  }

  private static void prepare() {
    FlightRecorder.register(JdbiStatementEvent.class);
    GlobalServiceRegistry.registry();
  }
}
