package dev.streamgate.server;

import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.ConsoleMessage.Locked;
import dev.streamgate.model.insight.ConsoleMessage.Warnings;
import dev.streamgate.model.insight.OperatorWarning;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.StaffIdentity;
import dev.streamgate.server.guard.http.LockedAddressRoutes;
import dev.streamgate.server.insight.ChangesSight;
import dev.streamgate.server.insight.ConsoleStreams;
import dev.streamgate.server.insight.ConsoleWatch;
import dev.streamgate.server.insight.EdgesDiffer;
import dev.streamgate.server.insight.ProgrammeSight;
import dev.streamgate.server.insight.Sight;
import dev.streamgate.server.insight.StateSight;
import dev.streamgate.server.insight.ViewersSight;
import dev.streamgate.server.insight.db.JdbcHappenings;
import dev.streamgate.server.insight.http.ConsoleStreamRoutes;
import dev.streamgate.server.sessions.http.SessionViews;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The stream of events for consoles. It looks around on a thread of its own, so that what takes
/// long here holds up nobody else.
final class ConsoleStreamWiring implements AutoCloseable {
  private static final int MOST_STREAMS = 64;
  private static final int MOST_OF_ACCOUNT = 8;
  private static final Duration COMMENT_PAUSE = Duration.ofSeconds(15);
  private static final Duration ROUND = Duration.ofMillis(250);

  private final ConsoleStreams streams;
  private final ConsoleWatch watch;
  private final ConsoleStreamRoutes routes;
  private final RepeatedTasks tasks = new RepeatedTasks("streamgate-consoles");

  ConsoleStreamWiring(
      Base base,
      StaffIdentity identity,
      ViewingWiring viewing,
      FeedWiring feed,
      Supplier<List<OperatorWarning>> warnings) {
    streams = new ConsoleStreams(MOST_STREAMS, MOST_OF_ACCOUNT, System::nanoTime);
    watch = new ConsoleWatch(streams, sights(base, viewing, feed, warnings), base.clock);
    routes = new ConsoleStreamRoutes(streams, identity, COMMENT_PAUSE, System::nanoTime);
  }

  void register(RouteTable table) {
    routes.register(table);
  }

  void repeat() {
    tasks.every(ROUND, "telling consoles what happens", watch::round);
  }

  /// Sends the consoles home, so that the server need not wait for them.
  @Override
  public void close() {
    streams.close();
    tasks.close();
  }

  private static List<Sight> sights(
      Base base, ViewingWiring viewing, FeedWiring feed, Supplier<List<OperatorWarning>> warnings) {
    LongSupplier nanoTime = System::nanoTime;
    return List.of(
        new ViewersSight(viewing.attendance::liveEverywhere, SessionViews::of, nanoTime),
        new ProgrammeSight(new JdbcHappenings(base.database, ProgrammeSight.actions()), nanoTime),
        new StateSight<>(() -> edges(feed), new EdgesDiffer(), nanoTime),
        new ChangesSight(feed.progress, base.clock),
        new StateSight<>(
            () -> new Locked(LockedAddressRoutes.shown(viewing.guard.lockedAddresses())), nanoTime),
        new StateSight<>(() -> new Warnings(warnings.get()), nanoTime));
  }

  private static ConsoleMessage.Edges edges(FeedWiring feed) {
    List<EdgeResponse> edges = feed.edges.list();
    return new ConsoleMessage.Edges(feed.edges.head(), edges);
  }
}
