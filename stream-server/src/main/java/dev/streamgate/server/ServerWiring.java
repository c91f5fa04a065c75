package dev.streamgate.server;

import ch.qos.logback.classic.Level;
import dev.streamgate.model.insight.HealthResponse;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.cli.StartedPlatform;
import dev.streamgate.server.cli.Version;
import dev.streamgate.server.events.EventEditor;
import dev.streamgate.server.foundation.DataDirectory;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.Health;
import dev.streamgate.server.foundation.Logging;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.portal.PortalFile;
import dev.streamgate.server.portal.db.JdbcCodeStyles;
import dev.streamgate.server.portal.files.ClassPathApiDescription;
import dev.streamgate.server.portal.files.ClassPathPortal;
import dev.streamgate.server.portal.http.ApiDescriptionRoutes;
import dev.streamgate.server.portal.http.EmbedRoutes;
import dev.streamgate.server.portal.http.PortalRoutes;
import dev.streamgate.server.staff.PasswordReset;
import dev.streamgate.server.tickets.TicketBatches;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a server with a database together, role `all` or `platform`, in start-up order, and takes
/// it apart again.
final class ServerWiring implements StartedPlatform {
  private static final Logger LOG = LoggerFactory.getLogger(ServerWiring.class);
  private static final int SHORT_TIMEOUT_SECONDS = 45;

  private final DataDirectory data;
  private final Base base;
  private final StaffWiring staff;
  private final SettingsWiring settings;
  private final ProgrammeWiring programme;
  private final StreamSight sight;
  private final ViewingWiring viewing;
  private final PlaylistSight playlists;
  private final ContentWiring content;
  private final Optional<MediaWiring> media;
  private final FeedWiring feed;
  private final InsightWiring insight;
  private final ConsoleStreamWiring consoles;
  private final OperationWiring operation;
  private final Health health = new Health(this::health);
  private final RouteTable routes = new RouteTable();
  private final RepeatedTasks tasks = new RepeatedTasks("streamgate-tasks");
  private final RepeatedTasks housekeeping = new RepeatedTasks("streamgate-housekeeping");
  private final Optional<String> firstPassword;

  private ServerWiring(DataDirectory data, Base base) {
    this.data = data;
    this.base = base;
    base.changes.restore();
    staff = new StaffWiring(base);
    staff.demandPassword();
    settings = new SettingsWiring(base);
    programme = new ProgrammeWiring(base);
    programme.folders.refresh();
    media =
        base.config.role().hasMedia()
            ? Optional.of(
                new MediaWiring(base, new EventStreams(programme.folders), base.logHealth::isBlind))
            : Optional.empty();
    sight = StreamSight.of(base, media);
    viewing = new ViewingWiring(base, programme, settings.settings, sight);
    playlists = PlaylistSight.of(base, media);
    content = new ContentWiring(base, staff, programme, viewing, playlists);
    feed = new FeedWiring(base);
    OperatorWarnings warnings =
        new OperatorWarnings(base.origins, base.listening, base.database, media, feed.edges);
    insight =
        new InsightWiring(
            base, programme, viewing, content::isOpen, warnings, base.config.auditRetention());
    consoles = new ConsoleStreamWiring(base, staff.identity, viewing, feed, warnings);
    operation = OperationWiring.of(base, data.path(), staff.passwordReset, programme);
    register();
    Routing routing = new Routing(base, staff.identity, media);
    base.listening.open(routing.direct(), routing.of(routes), () -> routing.of(mediaRoutes()));
    try {
      // After listening: a password made for a server that then cannot start would be lost.
      firstPassword = staff.firstAccount.ensure();
      feed.open();
      operation.open();
      repeat();
    } catch (RuntimeException e) {
      base.listening.close();
      throw e;
    }
  }

  /// Starts a server of role `all` or `platform`; when this returns it answers.
  ///
  /// @throws ConfigurationException if something it needs is missing or taken
  static ServerWiring start(ServerConfig config, InstantSource clock) {
    Logging.at(config.logLevel());
    SecureRandom random = new SecureRandom();
    DataDirectory data = DataDirectory.hold(config.dataDirectory(), config.database().directory());
    try {
      Secrets secrets = secrets(config, data, random);
      Preparation.begin();
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

  /// Gives an account a new password without starting a server.
  ///
  /// @throws ConfigurationException if the database cannot be used, or a server uses it
  static PasswordReset.Outcome resetPassword(
      ServerConfig config, InstantSource clock, String username) {
    Logging.at(Level.WARN);
    SecureRandom random = new SecureRandom();
    try (DataDirectory data =
            DataDirectory.hold(config.dataDirectory(), config.database().directory());
        Database database = Database.open(config.database())) {
      Base base = new Base(config, secrets(config, data, random), database, clock, random);
      return new StaffWiring(base).passwordReset.reset(username);
    }
  }

  /// A server that may have others beside it makes no secret that those would not know.
  static Secrets secrets(ServerConfig config, DataDirectory data, SecureRandom random) {
    boolean alone = config.role() == Role.ALL && !config.database().isPostgresql();
    return alone
        ? Secrets.resolve(config.secrets(), data.path(), random)
        : Secrets.known(config.secrets(), data.path());
  }

  @Override
  public int port() {
    return base.listening.ports().main();
  }

  @Override
  public OptionalInt mediaPort() {
    return base.listening.ports().media();
  }

  @Override
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  @Override
  public void whenToldToStop(Runnable end) {
    base.stopRequest.whenWished(end);
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
    Ending.step("ending the streams of changes", feed::closeStreams);
    Ending.step("ending the streams for consoles", consoles::close);
    Ending.step("closing the ports", base.listening::close);
    Ending.step("ending the diagnostics", sight.end());
    Ending.step("ending to read playlists", playlists.end());
    Ending.step("ending repeated tasks", tasks::close);
    Ending.step("ending housekeeping", housekeeping::close);
    Ending.step("ending media", () -> media.ifPresent(MediaWiring::close));
    Ending.step("writing heartbeats", viewing.heartbeats::flush);
    Ending.step("saying goodbye", feed::sayGoodbye);
    Ending.step("taking the contact file away", operation::close);
    Ending.step("closing the database", base.database::close);
    Ending.step("letting go of the data directory", data::close);
    LOG.info("Shutdown complete");
  }

  private void register() {
    staff.register(routes);
    settings.register(routes);
    programme.register(routes);
    viewing.register(routes);
    content.register(routes);
    feed.register(routes);
    insight.register(routes);
    consoles.register(routes);
    operation.register(routes);
    base.metrics.register(routes);
    health.register(routes);
    media.ifPresent(it -> it.register(routes));
    new ApiDescriptionRoutes(ClassPathApiDescription.file()).register(routes);
    List<PortalFile> portal = ClassPathPortal.files();
    new PortalRoutes(
            settings::portal,
            new JdbcCodeStyles(base.database),
            portal,
            base.origins,
            base.mediaOrigin,
            base.clock)
        .register(routes);
    portal.stream().filter(PortalFile::isStartPage).findFirst().ifPresent(this::registerEmbed);
  }

  private void registerEmbed(PortalFile page) {
    new EmbedRoutes(
            page,
            (event, expires, token) ->
                base.embedSignature.isGood(event, expires, token, base.clock.instant()),
            base.config.embed().allowedOrigins(),
            base.mediaOrigin)
        .register(routes);
  }

  /// What the media port answers besides media itself.
  private RouteTable mediaRoutes() {
    RouteTable table = new RouteTable();
    health.register(table);
    media.ifPresent(it -> it.register(table));
    return table;
  }

  private void repeat() {
    if (base.config.viewing().sessionTimeout().toSeconds() < SHORT_TIMEOUT_SECONDS) {
      LOG.warn("SESSION_TIMEOUT_SECONDS is below 45: one late heartbeat ends a session");
    }
    content.repeat(tasks, housekeeping);
    tasks.every(Duration.ofSeconds(1), "writing heartbeats", viewing.heartbeats::flush);
    tasks.every(Duration.ofSeconds(1), "following the change log", base.changes::follow);
    tasks.every(Duration.ofSeconds(1), "following the settings", settings.settings::follow);
    tasks.every(Duration.ofSeconds(1), "telling what is in force here", feed::report);
    tasks.every(Duration.ofSeconds(2), "reading stream folders", programme.folders::refresh);
    base.listening.repeat(tasks, base.metrics);
    base.disks.repeat(tasks);
    tasks.every(Duration.ofSeconds(5), "ending dead sessions", viewing.sweeper::sweep);
    media.ifPresent(it -> it.repeat(tasks));
    insight.repeat(housekeeping);
    consoles.repeat();
    keepHouse();
  }

  /// What may take long, and must not hold up what has to come every second.
  private void keepHouse() {
    housekeeping.every(Duration.ofMinutes(1), "tidying up", this::tidy);
    feed.repeat(housekeeping);
  }

  private void tidy() {
    viewing.guard.forgetIdle();
    viewing.refreshes.forgetIdle();
    viewing.progressReports.forgetIdle();
    staff.attempts.forgetIdle();
    staff.signIns.sweep();
    programme.tallies.fold();
    base.denials.evictOlderThan(base.clock.instant().minus(Changes.LONGEST_TOKEN));
  }

  private HealthResponse health() {
    boolean failing =
        base.database.ailment().isPresent()
            || feed.isBlind()
            || media.filter(MediaWiring::isCacheFailing).isPresent();
    return new HealthResponse(
        failing ? "degraded" : "ok",
        base.denials.revocationCount(),
        "0s",
        media.map(MediaWiring::cachedEvents).orElse(0),
        media.map(MediaWiring::cachedMegabytes).orElse(0),
        base.config.role().wireName(),
        media.map(MediaWiring::mode).orElse("none"),
        Version.number(),
        base.changes.cursor());
  }
}
