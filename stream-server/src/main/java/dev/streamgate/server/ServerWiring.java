package dev.streamgate.server;

import dev.streamgate.model.insight.HealthResponse;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.cli.StartedServer;
import dev.streamgate.server.cli.Version;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.events.EventEditor;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DataDirectory;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.Health;
import dev.streamgate.server.foundation.Logging;
import dev.streamgate.server.foundation.ProblemResponses;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.RequestMetrics;
import dev.streamgate.server.foundation.RouteGate;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.SecurityHeaders;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.portal.PortalSettings;
import dev.streamgate.server.portal.db.JdbcCodeStyles;
import dev.streamgate.server.portal.files.ClassPathPortal;
import dev.streamgate.server.portal.http.PortalRoutes;
import dev.streamgate.server.tickets.TicketBatches;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a server of role `all` together, in start-up order, and takes it apart again.
final class ServerWiring implements StartedServer {
  private static final Logger LOG = LoggerFactory.getLogger(ServerWiring.class);
  private static final Duration RUNNING_ANSWERS = Duration.ofSeconds(10);
  private static final int SHORT_TIMEOUT_SECONDS = 45;
  private static final Duration AUDIT_RETENTION = Duration.ofDays(365);

  /// Bytes; a playback token in an address takes most of it.
  private static final int LONGEST_REQUEST_LINE = 16 * 1024;

  private final DataDirectory data;
  private final Base base;
  private final StaffWiring staff;
  private final ProgrammeWiring programme;
  private final ViewingWiring viewing;
  private final MediaWiring media;
  private final FeedWiring feed;
  private final InsightWiring insight;
  private final RouteTable routes = new RouteTable();
  private final RepeatedTasks tasks = new RepeatedTasks();
  private final Optional<String> firstPassword;
  private final WebServer server;

  private ServerWiring(DataDirectory data, Base base) {
    this.data = data;
    this.base = base;
    base.changes.restore();
    staff = new StaffWiring(base);
    programme = new ProgrammeWiring(base);
    programme.folders.refresh();
    media = new MediaWiring(base, programme.folders::folderOf);
    viewing = new ViewingWiring(base, programme, media.probe);
    feed = new FeedWiring(base);
    insight = new InsightWiring(base, programme, viewing, AUDIT_RETENTION);
    register();
    server = listen();
    try {
      // After listening: a password made for a server that then cannot start would be lost.
      firstPassword = staff.firstAccount.ensure();
      feed.open(server.port());
      repeat();
    } catch (RuntimeException e) {
      server.stop();
      throw e;
    }
  }

  /// Starts a server; when this returns it answers.
  ///
  /// @throws ConfigurationException if the data directory or the port is taken
  static ServerWiring start(ServerConfig config, InstantSource clock) {
    Logging.at(config.logLevel());
    SecureRandom random = new SecureRandom();
    DataDirectory data = DataDirectory.hold(config.dataDirectory(), config.database().directory());
    try {
      Secrets secrets = Secrets.resolve(config.secrets(), data.path(), random);
      Database database = Database.open(config.database());
      try {
        return new ServerWiring(data, new Base(config, secrets, database, clock, random));
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  @Override
  public EventEditor events() {
    return programme.editor;
  }

  @Override
  public TicketBatches tickets() {
    return programme.batches;
  }

  /// Every route but those of the media side, for whoever wants to walk them.
  RouteTable routes() {
    return routes;
  }

  /// The server's database.
  Database database() {
    return base.database;
  }

  @Override
  public void stop() {
    try (data;
        base.database) {
      stopServing();
    }
    LOG.info("Shutdown complete");
  }

  private void stopServing() {
    feed.closeStreams();
    try {
      server.stop();
    } finally {
      tasks.close();
      viewing.heartbeats.flush();
      feed.sayGoodbye();
    }
  }

  private void register() {
    staff.register(routes);
    programme.register(routes);
    viewing.register(routes);
    feed.register(routes);
    insight.register(routes);
    base.metrics.register(routes);
    meter(base.metrics.registry());
    new Health(this::health).register(routes);
    ServerConfig config = base.config;
    new PortalRoutes(
            new PortalSettings(config.appName(), config.supportContact(), config.languages()),
            new JdbcCodeStyles(base.database),
            ClassPathPortal.files(),
            config.mediaBaseUrl(),
            base.clock)
        .register(routes);
  }

  private void meter(MeterRegistry registry) {
    Gauge.builder("streamgate.revocation.entries", base.denials, Denials::revocationCount)
        .register(registry);
    FunctionCounter.builder("streamgate.database.queries", base.database, Database::statements)
        .register(registry);
  }

  private WebServer listen() {
    HttpRouting.Builder routing = HttpRouting.builder();
    RouteGate gate = new RouteGate(staff.identity, base.internalKey, base.origins);
    routing.addFilter(new RequestMetrics(base.metrics));
    routing.addFilter(new SecurityHeaders(base.origins));
    media.routes.routing(routing);
    routes.applyTo(routing, gate);
    routing.any(gate::refusePath);
    ProblemResponses.applyTo(routing);
    WebServerConfig.Builder listener =
        WebServer.builder()
            .port(base.config.port())
            .shutdownHook(false)
            .shutdownGracePeriod(RUNNING_ANSWERS)
            .addProtocol(Http1Config.builder().maxPrologueLength(LONGEST_REQUEST_LINE).build())
            .addRouting(routing);
    base.config.host().ifPresent(listener::host);
    WebServer started = listener.build().start();
    if (!started.isRunning()) {
      // The library logs that it could not bind and goes on as if nothing had happened.
      throw ConfigurationException.of(
          "Configuration error: Port " + base.config.port() + " is already in use.");
    }
    return started;
  }

  private void repeat() {
    if (base.config.sessionTimeout().toSeconds() < SHORT_TIMEOUT_SECONDS) {
      LOG.warn("SESSION_TIMEOUT_SECONDS is below 45: one late heartbeat ends a session");
    }
    tasks.every(Duration.ofSeconds(1), "writing heartbeats", viewing.heartbeats::flush);
    tasks.every(Duration.ofSeconds(1), "following the change log", base.changes::follow);
    tasks.every(Duration.ofSeconds(1), "telling what is in force here", feed::report);
    tasks.every(Duration.ofSeconds(2), "reading stream folders", programme.folders::refresh);
    tasks.every(Duration.ofSeconds(5), "ending dead sessions", viewing.sweeper::sweep);
    tasks.every(Duration.ofMinutes(1), "tidying up", this::tidy);
    insight.repeat(tasks);
    tasks.every(Duration.ofHours(1), "forgetting old changes", feed.feed::tidy);
  }

  private void tidy() {
    viewing.guard.forgetIdle();
    viewing.refreshes.forgetIdle();
    staff.attempts.forgetIdle();
    staff.signIns.sweep();
    base.denials.evictOlderThan(base.clock.instant().minus(Changes.LONGEST_TOKEN));
  }

  private HealthResponse health() {
    return new HealthResponse(
        "ok",
        base.denials.revocationCount(),
        "0s",
        0,
        0,
        "all",
        "local",
        Version.number(),
        base.changes.cursor());
  }
}
