package dev.streamgate.server.cli;

import dev.streamgate.server.cli.doctor.Caller;
import dev.streamgate.server.cli.doctor.Checkup;
import dev.streamgate.server.cli.doctor.DataSeen;
import dev.streamgate.server.cli.doctor.Finding;
import dev.streamgate.server.cli.doctor.Finding.Level;
import dev.streamgate.server.cli.doctor.SettingPlaces;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DamagedDatabaseException;
import dev.streamgate.server.foundation.LackOfRoomException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.foundation.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private final Optional<Installation> installation;
  private final InstantSource clock;

  @Spec private CommandSpec spec;
  @Unmatched private List<String> settings = new ArrayList<>();

  DoctorVerb(
      ServerStarter starter,
      DataDesks desks,
      Optional<Installation> installation,
      InstantSource clock) {
    this.starter = starter;
    this.desks = desks;
    this.installation = installation;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    ServerConfig.PartlyRead known = ServerConfig.readable(desks.sources(settings));
    List<Finding> findings =
        Stream.of(
                Checkup.machine(),
                Checkup.configuration(known.problems(), places()),
                Checkup.misspelt(installation, desks.environment()),
                rest(known))
            .flatMap(it -> it)
            .toList();
    findings.forEach(finding -> spec.commandLine().getOut().println(finding.line()));
    return findings.stream().anyMatch(it -> it.level() == Level.FAIL) ? 1 : 0;
  }

  private SettingPlaces places() {
    return new SettingPlaces(desks.environment(), installation.map(Installation::configuration));
  }

  /// With keys missing or wrong most can be looked at all the same; what belongs to no key may be
  /// meant for any.
  private Stream<Finding> rest(ServerConfig.PartlyRead known) {
    if (!known.isWhole()) {
      return Stream.of(
          new Finding(
              Level.WARN,
              "Everything else",
              "is looked at when all of the configuration can be read",
              Optional.empty()));
    }
    return Checkup.hasData(known)
        ? withData(known)
        : checkup(known, Optional.empty()).rest(new DataSeen.Unlocated());
  }

  private Stream<Finding> withData(ServerConfig.PartlyRead known) {
    Optional<RunningServer> server = Optional.empty();
    DataSeen seen;
    try {
      server = RunningServer.on(known.config().dataDirectory());
      seen = see(known.config(), server);
    } catch (LostServerException e) {
      seen = new DataSeen.Lost(e.problem(), e.remedy());
    } catch (ConfigurationException e) {
      seen = failed(e, DataSeen.Failed.LOOK_AGAIN);
    } catch (IOException | UncheckedIOException e) {
      seen = new DataSeen.Failed(FailureWords.of(e), DataSeen.Failed.AS_THE_SERVER);
    }
    return checkup(known, server).rest(seen);
  }

  private Checkup checkup(ServerConfig.PartlyRead known, Optional<RunningServer> server) {
    return new Checkup(
        known,
        server.map(RunningServer::contact),
        new Checkup.Surroundings(desks.secretFiles(), installation, caller(), clock));
  }

  private Caller caller() {
    return Caller.of(desks.environment(), installation.isPresent());
  }

  private DataSeen see(ServerConfig config, Optional<RunningServer> server) {
    if (config.role() == Role.MEDIA) {
      return new DataSeen.None();
    }
    try {
      if (server.isPresent()) {
        Optional<String> silence = Checkup.silenceOf(server.get().contact());
        return silence.isPresent()
            ? new DataSeen.Silent(silence.get())
            : new DataSeen.ByServer(server.get().inspect());
      }
      ServerStarter.Look look = starter.look(config);
      return new DataSeen.ByMyself(look.glance(), look.inspection());
    } catch (ConfigurationException e) {
      return failed(e, remedy(e, config));
    } catch (DamagedDatabaseException e) {
      return new DataSeen.Failed(e.problem(), DamageRemedy.of(e, clock.instant()));
    } catch (LackOfRoomException e) {
      return new DataSeen.Failed(
          FailureWords.of(e),
          "make room there, or name another folder: " + caller().withTemporaryFolder("doctor"));
    } catch (JobRefusedException e) {
      return refused(e);
    } catch (IOException | UncheckedIOException | StorageException e) {
      return new DataSeen.Failed(FailureWords.of(e), DataSeen.Failed.AS_THE_SERVER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DataSeen.Failed("interrupted", "try again");
    }
  }

  private static DataSeen refused(JobRefusedException e) {
    ServerTrouble trouble =
        e.trouble()
            .orElseGet(
                () -> new ServerTrouble(FailureWords.of(e), DataSeen.Failed.NOT_BY_THIS_SERVER));
    return new DataSeen.Failed(trouble.text(), trouble.remedy());
  }

  private static DataSeen failed(ConfigurationException problem, String remedy) {
    return new DataSeen.Failed(FailureWords.ofProblem(problem.problems().getFirst()), remedy);
  }

  private static String remedy(ConfigurationException problem, ServerConfig config) {
    if (config.database().isPostgresql()) {
      return DataSeen.Failed.MEND_DATABASE;
    }
    return problem.maySolveItself() ? DataSeen.Failed.LOOK_AGAIN : DataSeen.Failed.CORRECT_PLACES;
  }
}
