package dev.streamgate.server;

import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.db.JdbcAuditTrail;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.changes.ChangeLog;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.changes.SyncHealth;
import dev.streamgate.server.changes.db.JdbcChangeLog;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.grants.KeyContinuity;
import dev.streamgate.server.grants.db.JdbcSignerMark;
import io.micrometer.core.instrument.FunctionCounter;
import java.security.SecureRandom;
import java.time.InstantSource;

/// What the parts of a server with a database share.
final class Base extends Core {
  final Database database;
  final Requesters requesters;
  final AuditTrail audit;
  final ChangeLog changeLog;
  final Changes changes;
  final SyncHealth logHealth;
  final LiveSessions live;

  /// @throws ConfigurationException if processes with other signing keys use this database
  Base(
      ServerConfig config,
      Secrets secrets,
      Database database,
      InstantSource clock,
      SecureRandom random) {
    super(config, secrets, clock, random);
    this.database = database;
    requesters = new Requesters(origins);
    live = new LiveSessions(config.viewing().sessionTimeout(), clock.instant());
    audit = new JdbcAuditTrail(database, clock);
    changeLog = new JdbcChangeLog(database);
    changes = new Changes(database::inTransaction, changeLog, denials, clock);
    logHealth = new SyncHealth(clock, config.edge().maxStaleness());
    changes.whenFollowed(logHealth::heard);
    FunctionCounter.builder("streamgate.database.queries", database, Database::statements)
        .register(metrics.registry());
    FunctionCounter.builder("streamgate.database.commits", database, Database::commits)
        .register(metrics.registry());
    FunctionCounter.builder("streamgate.database.syncs", database, Database::syncs)
        .register(metrics.registry());
    if (config.database().isPostgresql()) {
      continueKeys();
    }
  }

  /// Others may sign with the keys that this database knows.
  private void continueKeys() {
    if (!new KeyContinuity(new JdbcSignerMark(database)).follow(signingKeys)) {
      throw ConfigurationException.of(
          "Configuration error: PLAYBACK_SIGNING_SECRET or PLAYBACK_SIGNING_SECRET_OLD must be the"
              + " secret that this database is used with.");
    }
  }
}
