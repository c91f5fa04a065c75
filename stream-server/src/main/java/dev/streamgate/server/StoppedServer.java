package dev.streamgate.server;

import ch.qos.logback.classic.Level;
import dev.streamgate.model.operation.Inspection;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.audit.db.JdbcAuditTrail;
import dev.streamgate.server.cli.ServerStarter.Look;
import dev.streamgate.server.cli.Version;
import dev.streamgate.server.events.db.JdbcEventListing;
import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.BackupArchive;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DamagedDatabaseException;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.DatabaseAddress;
import dev.streamgate.server.foundation.DatabaseCopy;
import dev.streamgate.server.foundation.DatabaseGlance;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.foundation.Logging;
import dev.streamgate.server.foundation.MediaConfig;
import dev.streamgate.server.foundation.Restore;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.foundation.StorageException;
import dev.streamgate.server.operation.Inspector;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;

/// What needs a server to be stopped and none of its parts.
final class StoppedServer {
  private StoppedServer() {}

  /// Looks at the data, and neither makes nor upgrades nor writes anything: an embedded database,
  /// which is written when it is opened, by a copy of it (docs/adr/0078).
  ///
  /// @throws ConfigurationException if the database cannot be used, or a server uses it
  /// @throws IOException if it cannot be copied
  static Look look(ServerConfig config, InstantSource clock) throws IOException {
    Logging.at(Level.ERROR);
    DatabaseAddress address = config.database();
    if (address.isSurelyNew()) {
      return new Look(DatabaseGlance.at(address, clock.instant()), Optional.empty());
    }
    if (address.directory().isEmpty()) {
      return look(config, address, clock);
    }
    try (DatabaseCopy copy = DatabaseCopy.of(config.dataDirectory(), address)) {
      return look(config, copy, clock);
    }
  }

  /// What is wrong with the copy is wrong with the database, unless the copy lacks room.
  private static Look look(ServerConfig config, DatabaseCopy copy, InstantSource clock)
      throws IOException {
    try {
      return look(config, copy.address(), clock);
    } catch (DamagedDatabaseException e) {
      throw e.in(config.database().directory().orElseThrow());
    } catch (ConfigurationException e) {
      copy.requireRoom();
      throw e.of(copy.address().toString(), config.database().toString());
    } catch (StorageException e) {
      copy.requireRoom();
      throw e;
    }
  }

  private static Look look(ServerConfig config, DatabaseAddress place, InstantSource clock) {
    DatabaseGlance glance = DatabaseGlance.at(place, clock.instant());
    boolean isOfThisVersion =
        glance.schema().isPresent() && glance.schema().getAsInt() == DatabaseGlance.newestSchema();
    return new Look(
        glance, isOfThisVersion ? Optional.of(inspect(config, place, clock)) : Optional.empty());
  }

  /// Restores a backup.
  ///
  /// @throws ConfigurationException if the database cannot be used, or a server uses it
  static Restore.Outcome restore(
      ServerConfig config, InstantSource clock, BackupArchive backup, boolean force) {
    Logging.at(Level.WARN);
    String detail =
        "%d rows of a backup of %s"
            .formatted(backup.manifest().rows(), backup.manifest().createdAt());
    return new Restore(config.dataDirectory(), config.database(), clock)
        .run(
            backup,
            force,
            database ->
                new JdbcAuditTrail(database, clock)
                    .record(AuditEntry.of(AuditAction.RESTORED, Requester.SYSTEM).detail(detail)));
  }

  /// The embedded database notices damaged rows when they are read, and not before.
  private static void readEverything(Database database, InstantSource clock) {
    new Backup(database, Version.number(), clock).write(OutputStream.nullOutputStream());
  }

  private static Inspection inspect(
      ServerConfig config, DatabaseAddress place, InstantSource clock) {
    try (Database database = Database.open(place)) {
      if (place.directory().isPresent()) {
        readEverything(database, clock);
      }
      LiveSessions live = new LiveSessions(config.viewing().sessionTimeout(), clock.instant());
      return new Inspector(
              new JdbcEventListing(database, live),
              clock,
              new Inspector.Place(
                  config.database().toString(),
                  DatabaseGlance.newestSchema(),
                  config.media().streamRoot(),
                  config.media().cache().map(MediaConfig.SegmentCacheConfig::root)),
              Optional::empty)
          .look();
    }
  }
}
