package dev.streamgate.server;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.cli.Version;
import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.operation.http.BackupRoutes;
import dev.streamgate.server.operation.http.CommandRoutes;
import dev.streamgate.server.operation.http.JobRoutes;
import dev.streamgate.server.staff.PasswordReset;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// What operators do with a running server: command it from the same machine, and back it up.
final class OperationWiring {
  private static final String THIS_MACHINE = "127.0.0.1";

  private final Core core;
  private final ContactFile contact;
  private final CommandRoutes commandRoutes;
  private final Consumer<RouteTable> dataRoutes;

  private OperationWiring(
      Core core, Path data, Optional<PasswordReset> reset, Consumer<RouteTable> dataRoutes) {
    this.core = core;
    this.contact = ContactFile.in(data);
    this.commandRoutes = new CommandRoutes(core.stopRequest::wish, reset);
    this.dataRoutes = dataRoutes;
  }

  /// Of a server without a database.
  static OperationWiring of(Core core, Path data) {
    return new OperationWiring(core, data, Optional.empty(), table -> {});
  }

  static OperationWiring of(Base base, Path data, PasswordReset reset, ProgrammeWiring programme) {
    Backup backup = new Backup(base.database, Version.number(), base.clock);
    Jobs jobs = Jobs.of(base, programme);
    return new OperationWiring(
        base,
        data,
        Optional.of(reset),
        table -> {
          new BackupRoutes(backup, data, base.audit, base.requesters, base.clock).register(table);
          new JobRoutes(jobs.orders(), jobs.samples(), jobs.inspector()).register(table);
        });
  }

  void register(RouteTable table) {
    commandRoutes.register(table);
    dataRoutes.accept(table);
  }

  /// Makes the server known on this machine; it must listen already.
  void open() {
    contact.write(
        new ServerContact(
            core.config.listener().host().map(OperationWiring::literal).orElse(THIS_MACHINE),
            core.listening.ports().main(),
            core.commandSecret,
            ProcessHandle.current().pid(),
            Version.number()));
  }

  /// Nobody can connect to the address that stands for all of them.
  private static String literal(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isAnyLocalAddress() ? THIS_MACHINE : address.getHostAddress();
    } catch (UnknownHostException e) {
      throw new UncheckedIOException("looking up HOST, at which this server listens", e);
    }
  }

  void close() {
    contact.delete();
  }
}
