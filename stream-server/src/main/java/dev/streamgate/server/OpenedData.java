package dev.streamgate.server;

import ch.qos.logback.classic.Level;
import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.CreatedEvent;
import dev.streamgate.model.operation.EventOrder;
import dev.streamgate.model.operation.Inspection;
import dev.streamgate.model.operation.SampleEvents;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.cli.DataDesk;
import dev.streamgate.server.cli.JobRefusedException;
import dev.streamgate.server.cli.Version;
import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DataDirectory;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.Logging;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.SecretsFile;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.operation.EventOrders.Outcome;
import dev.streamgate.server.operation.EventOrders.Outcome.Made;
import dev.streamgate.server.operation.http.BackupTrail;
import dev.streamgate.server.operation.http.JobRoutes;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;

/// The data of a server that does not run, held and opened by this process.
final class OpenedData implements DataDesk {
  private final DataDirectory data;
  private final Base base;
  private final Jobs jobs;

  private OpenedData(DataDirectory data, Base base) {
    this.data = data;
    this.base = base;
    base.changes.restore();
    jobs = Jobs.of(base, new ProgrammeWiring(base));
  }

  /// @throws ConfigurationException if the configuration or the database cannot be used, or a
  ///   server uses it
  /// @throws JobRefusedException if a server of this role has none
  static OpenedData open(ServerConfig config, InstantSource clock) throws JobRefusedException {
    if (config.role() == Role.MEDIA) {
      throw JobRefusedException.impossible("A server of role media has no database");
    }
    Logging.at(Level.WARN);
    SecureRandom random = new SecureRandom();
    DataDirectory data = DataDirectory.hold(config.dataDirectory(), config.database().directory());
    try {
      Database database = Database.open(config.database());
      try {
        return new OpenedData(
            data,
            new Base(config, ServerWiring.secrets(config, data, random), database, clock, random));
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
  public CreatedEvent order(EventOrder order) throws JobRefusedException {
    return switch (jobs.orders().place(order, Requester.SYSTEM)) {
      case Made made -> made.event();
      case Outcome refused -> throw JobRefusedException.wronglyOrdered(JobRoutes.words(refused));
    };
  }

  @Override
  public SampleEvents loadSamples() {
    return jobs.samples().load(Requester.SYSTEM);
  }

  @Override
  public void backUp(boolean secrets, OutputStream out) {
    Backup backup = new Backup(base.database, Version.number(), base.clock);
    CountedStream counted = new CountedStream(out);
    BackupManifest manifest =
        secrets
            ? backup.writeWithSecrets(counted, SecretsFile.in(data.path()).content())
            : backup.write(counted);
    new BackupTrail(base.audit).note(manifest, counted.count(), Requester.SYSTEM);
  }

  @Override
  public Inspection inspect() {
    return jobs.inspector().look();
  }

  @Override
  public void close() {
    base.database.close();
    data.close();
  }
}
