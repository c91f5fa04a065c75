package dev.streamgate.server.cli;

import dev.streamgate.server.cli.doctor.Checkup;
import dev.streamgate.server.cli.doctor.DataSeen;
import dev.streamgate.server.cli.doctor.Finding;
import dev.streamgate.server.cli.doctor.Finding.Level;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DamagedDatabaseException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.foundation.StorageException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Checks everything a server needs and says what to do about what is not right.
@Command(
    name = "doctor",
    description = {
      "Checks what a server needs, one line each: OK, WARN or FAIL, with a remedy. Changes nothing.",
      "Works while the server runs and while it does not. Exit status 1 if anything is FAIL.",
      "Configuration as for serve."
    },
    customSynopsis = "streamgate doctor [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class DoctorVerb implements Callable<Integer> {
  private final ServerStarter starter;
  private final DataDesks desks;
  private final InstantSource clock;

  @Spec private CommandSpec spec;
  @Unmatched private List<String> settings = new ArrayList<>();

  DoctorVerb(ServerStarter starter, DataDesks desks, InstantSource clock) {
    this.starter = starter;
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    ConfigSources sources = desks.sources(settings);
    Stream<Finding> first =
        Stream.concat(Checkup.machine(), Checkup.configuration(problems(sources)));
    List<Finding> findings = Stream.concat(first, rest(sources)).toList();
    findings.forEach(finding -> spec.commandLine().getOut().println(finding.line()));
    return findings.stream().anyMatch(it -> it.level() == Level.FAIL) ? 1 : 0;
  }

  private static List<String> problems(ConfigSources sources) {
    try {
      ServerConfig.load(sources);
      return List.of();
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }

  /// With keys missing most can be looked at all the same; with wrong ones nothing is certain.
  private Stream<Finding> rest(ConfigSources sources) {
    ServerConfig config;
    try {
      config = ServerConfig.loadForData(sources);
    } catch (ConfigurationException e) {
      return Stream.of(
          new Finding(
              Level.WARN,
              "Everything else",
              "is looked at when the configuration can be read",
              Optional.empty()));
    }
    Optional<RunningServer> server;
    DataSeen seen;
    try {
      server = RunningServer.on(config.dataDirectory());
      seen = see(config, server);
    } catch (IOException e) {
      server = Optional.empty();
      seen = new DataSeen.Failed(FailureWords.of(e));
    }
    return new Checkup(config, server.map(RunningServer::contact), desks.secretFiles(), clock)
        .rest(seen);
  }

  private DataSeen see(ServerConfig config, Optional<RunningServer> server) {
    if (config.role() == Role.MEDIA) {
      return new DataSeen.None();
    }
    try {
      if (server.isPresent()) {
        return new DataSeen.ByServer(server.get().inspect());
      }
      ServerStarter.Look look = starter.look(config);
      return new DataSeen.ByMyself(look.glance(), look.inspection());
    } catch (ConfigurationException e) {
      return new DataSeen.Failed(FailureWords.ofProblem(e.problems().getFirst()));
    } catch (DamagedDatabaseException e) {
      return new DataSeen.Failed(e.problem(), Optional.of(DamageRemedy.of(e)));
    } catch (IOException | JobRefusedException | StorageException e) {
      return new DataSeen.Failed(FailureWords.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DataSeen.Failed("interrupted");
    }
  }
}
