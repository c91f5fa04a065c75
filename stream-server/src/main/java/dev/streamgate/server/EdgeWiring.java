package dev.streamgate.server;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.insight.HealthResponse;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.cli.StartedServer;
import dev.streamgate.server.cli.Version;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DataDirectory;
import dev.streamgate.server.foundation.Health;
import dev.streamgate.server.foundation.Logging;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.ServerConfig;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts an edge together, a server of role `media`, in start-up order, and takes it apart again. It
/// has no database; what it must refuse it learns from its platform.
final class EdgeWiring implements StartedServer {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeWiring.class);

  /// How long a start waits for the platform before it serves with what it knows.
  private static final Duration FIRST_SYNC = Duration.ofSeconds(10);

  private final DataDirectory data;
  private final Core core;
  private final FollowingWiring following;
  private final MediaWiring media;
  private final OperationWiring operation;
  private final RouteTable routes = new RouteTable();
  private final RepeatedTasks tasks = new RepeatedTasks("streamgate-tasks");

  private EdgeWiring(DataDirectory data, Core core) {
    this.data = data;
    this.core = core;
    following = new FollowingWiring(core, data.path());
    media = new MediaWiring(core, EventId::value, following.health::isBlind);
    core.metrics.register(routes);
    Health health = new Health(this::health);
    health.register(routes);
    media.register(routes);
    operation = OperationWiring.of(core, data.path());
    operation.register(routes);
    RouteTable mediaRoutes = new RouteTable();
    health.register(mediaRoutes);
    media.register(mediaRoutes);
    Routing routing = new Routing(core, request -> Optional.empty(), Optional.of(media));
    try {
      following.begin(FIRST_SYNC);
      core.listening.open(routing.direct(), routing.of(routes), () -> routing.of(mediaRoutes));
      following.announce();
      operation.open();
    } catch (RuntimeException e) {
      following.close();
      media.close();
      throw e;
    }
    repeat();
  }

  /// Starts an edge; when this returns it answers.
  ///
  /// @throws ConfigurationException if something it needs is missing or taken
  static EdgeWiring start(ServerConfig config, InstantSource clock) {
    Logging.at(config.logLevel());
    DataDirectory data = DataDirectory.hold(config.dataDirectory(), Optional.empty());
    try {
      Secrets secrets = Secrets.known(config.secrets(), data.path());
      return new EdgeWiring(data, new Core(config, secrets, clock, new SecureRandom()));
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  @Override
  public int port() {
    return core.listening.ports().main();
  }

  @Override
  public OptionalInt mediaPort() {
    return core.listening.ports().media();
  }

  @Override
  public Optional<String> firstPassword() {
    return Optional.empty();
  }

  @Override
  public void whenToldToStop(Runnable end) {
    core.stopRequest.whenWished(end);
  }

  @Override
  public void stop() {
    Ending.step("closing the ports", core.listening::close);
    Ending.step("ending repeated tasks", tasks::close);
    Ending.step("ending media", media::close);
    Ending.step("ending to follow the platform", following::close);
    Ending.step("taking the contact file away", operation::close);
    Ending.step("letting go of the data directory", data::close);
    LOG.info("Shutdown complete");
  }

  private void repeat() {
    media.repeat(tasks);
    core.listening.repeat(tasks, core.metrics);
    core.disks.repeat(tasks);
    tasks.every(Duration.ofSeconds(1), "keeping what is known", following::keep);
    tasks.every(Duration.ofMinutes(1), "watching the feed", following.health::report);
    tasks.every(Duration.ofMinutes(1), "forgetting old refusals", this::forget);
  }

  private void forget() {
    core.denials.evictOlderThan(core.clock.instant().minus(Changes.LONGEST_TOKEN));
  }

  private HealthResponse health() {
    return new HealthResponse(
        following.health.isAlarming() || media.isCacheFailing() ? "degraded" : "ok",
        core.denials.revocationCount(),
        following.health.lastHeard(),
        media.cachedEvents(),
        media.cachedMegabytes(),
        core.config.role().wireName(),
        media.mode(),
        Version.number(),
        following.memory.cursor());
  }
}
