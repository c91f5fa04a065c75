package dev.streamgate.server;

import dev.streamgate.server.changes.Acknowledgement;
import dev.streamgate.server.changes.ChangeSignal;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.Feed;
import dev.streamgate.server.changes.FeedLog;
import dev.streamgate.server.changes.OwnEdge;
import dev.streamgate.server.changes.Subscriptions;
import dev.streamgate.server.changes.db.JdbcEdgeStore;
import dev.streamgate.server.changes.db.JdbcFeedLog;
import dev.streamgate.server.changes.db.JdbcLogIdentity;
import dev.streamgate.server.changes.http.EdgeMeters;
import dev.streamgate.server.changes.http.EdgeRoutes;
import dev.streamgate.server.changes.http.FeedRoutes;
import dev.streamgate.server.cli.Version;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.insight.ChangeProgress;
import java.time.Duration;
import java.util.UUID;

/// The feed of changes for edges, the register of those, and this process as one of them.
final class FeedWiring {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
  private static final Duration COMMENT_PAUSE = Duration.ofSeconds(15);

  final Feed feed;
  final ChangeProgress progress;
  final Edges edges;
  private final Base base;
  private final ChangeSignal signal;
  private final OwnEdge own;
  private final FeedRoutes feedRoutes;
  private final EdgeRoutes edgeRoutes;
  private final EdgeMeters meters;

  FeedWiring(Base base) {
    this.base = base;
    FeedLog log = new JdbcFeedLog(base.database);
    String logId = new JdbcLogIdentity(base.database).orElse(UUID.randomUUID().toString());
    feed = new Feed(log, logId, base.clock);
    signal = new ChangeSignal(base.changes.cursor());
    edges =
        new Edges(
            new JdbcEdgeStore(base.database),
            log,
            base.database::inTransaction,
            base.audit,
            base.clock);
    own = new OwnEdge(edges, base.clock);
    progress = new ConfirmedChanges(edges, own, base.changes::cursor);
    feedRoutes =
        new FeedRoutes(feed, new Subscriptions(feed, signal, COMMENT_PAUSE, this::isBlind), edges);
    edgeRoutes = new EdgeRoutes(edges, own::report, base.requesters);
    meters = new EdgeMeters(base.metrics, edges, System::nanoTime);
    base.changes.whenInForce(signal::advance);
    base.changes.whenInForce(own::applied);
  }

  /// Whether the log could not be read for so long that readers should hear of it elsewhere.
  boolean isBlind() {
    return base.logHealth.silence().compareTo(LONGEST_SILENCE) > 0;
  }

  void register(RouteTable table) {
    feedRoutes.register(table);
    edgeRoutes.register(table);
  }

  /// Registers this process as one that serves media, if it does.
  void open() {
    if (base.config.role().hasMedia()) {
      own.register(
          new Acknowledgement(
              base.edgeId(),
              base.changes.cursor(),
              base.config.portal().mediaBaseUrl().orElse(null),
              Version.number(),
              UUID.randomUUID().toString(),
              false));
    }
  }

  /// Looks after edges that hold changes up, and forgets old changes.
  void repeat(RepeatedTasks tasks) {
    tasks.every(Duration.ofSeconds(15), "looking for lost edges", meters::look);
    tasks.every(Duration.ofHours(1), "forgetting old changes", feed::tidy);
  }

  /// Reports how far this process has come; called every second.
  void report() {
    own.report();
  }

  /// Sends the readers of the stream home, so that the server need not wait for them.
  void closeStreams() {
    signal.close();
  }

  /// Takes this process off the list of those that changes wait for.
  void sayGoodbye() {
    own.sayGoodbye();
  }
}
