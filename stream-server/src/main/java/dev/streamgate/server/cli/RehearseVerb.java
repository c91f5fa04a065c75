package dev.streamgate.server.cli;

import dev.streamgate.server.cli.demo.DemoEvents;
import dev.streamgate.server.cli.demo.DemoEvents.DemoEvent;
import dev.streamgate.server.cli.demo.DemoFolder;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.PasswordHasher;
import dev.streamgate.server.staff.Passwords;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Goes once through what a server does, on data that is thrown away, and ends. A Java machine that
/// watches it learns which classes a start needs (docs/adr/0037); nobody else has a use for it.
@Command(
    name = "rehearse",
    hidden = true,
    description = "Starts a server twice on data that is thrown away, uses it and ends.",
    mixinStandardHelpOptions = true)
final class RehearseVerb implements Callable<Integer> {
  private final ServerStarter starter;
  private final PasswordHasher hasher;
  private final SecureRandom random;
  private final InstantSource clock;

  RehearseVerb(
      ServerStarter starter, PasswordHasher hasher, SecureRandom random, InstantSource clock) {
    this.starter = starter;
    this.hasher = hasher;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ProcessEnd end = new ProcessEnd()) {
      DemoFolder folder = DemoFolder.create();
      end.then(folder::delete);
      String password = Passwords.generate(random);
      ServerConfig config = config(folder, hasher.hash(password));
      first(config, folder, password);
      again(config);
      return 0;
    }
  }

  private void first(ServerConfig config, DemoFolder folder, String password)
      throws IOException, InterruptedException {
    StartedPlatform server = starter.startPlatform(config);
    try {
      DemoEvent event = new DemoEvents(server, clock.instant()).recording();
      folder.addRecording(event.id());
      try (Rehearsal rehearsal = new Rehearsal(server.port())) {
        rehearsal.staff(password);
        rehearsal.viewer(event.code());
      }
    } finally {
      server.stop();
    }
  }

  /// A start on a database that is there opens it by other ways than one that makes it.
  private void again(ServerConfig config) throws IOException, InterruptedException {
    StartedServer server = starter.start(config);
    try (Rehearsal rehearsal = new Rehearsal(server.port())) {
      rehearsal.stranger();
    } finally {
      server.stop();
    }
  }

  private static ServerConfig config(DemoFolder folder, String passwordHash) {
    return ServerConfig.load(
        new ConfigSources()
            .environment(
                Map.of(
                    "ADMIN_PASSWORD_HASH",
                    passwordHash,
                    "DATA_DIR",
                    folder.data().toString(),
                    "STREAM_ROOT",
                    folder.streams().toString(),
                    "HOST",
                    Rehearsal.HOST,
                    "PORT",
                    "0")));
  }
}
