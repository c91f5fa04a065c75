package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.audit.db.JdbcAuditTrail;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.db.JdbcEdgeStore;
import dev.streamgate.server.changes.db.JdbcFeedLog;
import dev.streamgate.server.changes.http.EdgeMeters;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.insight.SilentStreams;
import dev.streamgate.server.insight.db.JdbcDashboardNumbers;
import dev.streamgate.server.insight.http.StreamMeters;
import dev.streamgate.server.playback.EventStatuses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Figures that are looked for beside the scrapes, when a look fails: the last answer would say
/// that all is well.
class FailedLooksTest {
  private final Metrics metrics = new Metrics();
  private final Database database = TestDatabase.HSQLDB.open();
  private final InstantSource clock = InstantSource.system();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nobodyKnowsWhichStreamsAreSilent() {
    EventStatuses statuses = new EventStatuses(_ -> Optional.empty(), Runnable::run, clock);
    LiveSessions live = new LiveSessions(Duration.ofMinutes(1), clock.instant());
    SilentStreams streams =
        new SilentStreams(new JdbcDashboardNumbers(database, live), statuses, clock);
    StreamMeters meters = new StreamMeters(metrics, streams, System::nanoTime);
    assertNumbersOnlyWhileLooksSucceed(meters::look, "streamgate_streams_silent");
  }

  @Test
  void nobodyKnowsWhichEdgesAreLost() {
    Edges edges =
        new Edges(
            new JdbcEdgeStore(database),
            new JdbcFeedLog(database),
            database::inTransaction,
            new JdbcAuditTrail(database, clock),
            clock);
    assertNumbersOnlyWhileLooksSucceed(
        new EdgeMeters(metrics, edges, System::nanoTime)::look,
        "streamgate_edges_lost",
        "streamgate_edges_behind_seconds");
  }

  private void assertNumbersOnlyWhileLooksSucceed(Runnable look, String... figures) {
    for (String figure : figures) {
      assertThat(metrics.registry().scrape()).contains(figure + " NaN");
    }
    look.run();
    for (String figure : figures) {
      assertThat(metrics.registry().scrape()).contains(figure + " 0.0");
    }
    database.close();
    assertThatThrownBy(look::run).isInstanceOf(StorageException.class);
    for (String figure : figures) {
      assertThat(metrics.registry().scrape()).contains(figure + " NaN");
    }
  }
}
