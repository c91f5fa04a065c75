package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.changes.EdgeStore;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.FeedLog;
import dev.streamgate.server.changes.Transactions;
import dev.streamgate.server.changes.http.EdgeMeters;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.insight.DashboardNumbers;
import dev.streamgate.server.insight.SilentStreams;
import dev.streamgate.server.insight.http.StreamMeters;
import dev.streamgate.server.playback.EventStatuses;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Figures that are looked for beside the scrapes, when a look fails: the last answer would say
/// that all is well.
class FailedLooksTest {
  private final Metrics metrics = new Metrics();
  private final AtomicBoolean isBroken = new AtomicBoolean();
  private final InstantSource clock = InstantSource.system();

  @Test
  void nobodyKnowsWhichStreamsAreSilent() {
    EventStatuses statuses = new EventStatuses(_ -> Optional.empty(), Runnable::run, clock);
    StreamMeters meters =
        new StreamMeters(
            metrics, new SilentStreams(answering(DashboardNumbers.class), statuses, clock));
    assertNumbersOnlyWhileLooksSucceed(meters::look, "streamgate_streams_silent");
  }

  @Test
  void nobodyKnowsWhichEdgesAreLost() {
    Edges edges =
        new Edges(
            answering(EdgeStore.class),
            answering(FeedLog.class),
            answering(Transactions.class),
            answering(AuditTrail.class),
            clock);
    assertNumbersOnlyWhileLooksSucceed(
        new EdgeMeters(metrics, edges)::look,
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
    isBroken.set(true);
    assertThatThrownBy(look::run).isInstanceOf(StorageException.class);
    for (String figure : figures) {
      assertThat(metrics.registry().scrape()).contains(figure + " NaN");
    }
  }

  /// Something that is asked for lists and numbers, and has nothing.
  private <T> T answering(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              if (isBroken.get()) {
                throw new StorageException("looking", new IllegalStateException());
              }
              return method.getReturnType() == List.class
                  ? List.of()
                  : method.getReturnType() == Optional.class ? Optional.empty() : (Object) 0L;
            }));
  }
}
