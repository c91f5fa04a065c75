package dev.streamgate.server.cli;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.server.foundation.BackupArchive;
import dev.streamgate.server.foundation.DamagedBackupException;
import dev.streamgate.server.foundation.Restore.Outcome;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Puts a backup in the place of all that a stopped server keeps.
@Command(
    name = "restore",
    description = {
      "Restores a backup into the configured database, of either kind: all of it, or nothing. The"
          + " server must be stopped.",
      "A zip that is not as it was written, or of a newer version, is refused.",
      "Secrets are restored if the backup holds them. Former ones are kept beside them."
    },
    customSynopsis = "streamgate restore FILE [--force] [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class RestoreVerb implements Callable<Integer> {
  private final ServerStarter starter;
  private final DataDesks desks;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--force",
      description =
          "Replace what the database holds, and secrets that are not those of the backup.")
  private boolean force;

  @Unmatched private List<String> settings = new ArrayList<>();

  RestoreVerb(ServerStarter starter, DataDesks desks) {
    this.starter = starter;
    this.desks = desks;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, JobRefusedException {
    ServerConfig config = ServerConfig.loadForData(desks.sources(settings));
    if (config.role() == Role.MEDIA) {
      throw JobRefusedException.impossible("A server of role media has no database");
    }
    if (!Files.isRegularFile(file)) {
      throw JobRefusedException.impossible("There is no file " + file);
    }
    if (desks.server(settings).isPresent()) {
      throw JobRefusedException.impossible(
          "A server runs on "
              + config.dataDirectory().toAbsolutePath().normalize()
              + ". Stop it first: streamgate stop");
    }
    try (BackupArchive backup = BackupArchive.open(file)) {
      return tell(starter.restore(config, backup, force), config);
    } catch (OutOfMemoryError e) {
      throw JobRefusedException.impossible(
          "There is not enough memory to restore %s, and nothing has changed. Give it more:"
                  .formatted(file)
              + " STREAMGATE_JAVA_OPTS=-Xmx4g");
    } catch (DamagedBackupException e) {
      throw JobRefusedException.impossible(
          file + " is not a backup that can be restored: " + e.getMessage());
    }
  }

  private int tell(Outcome outcome, ServerConfig config) throws JobRefusedException {
    switch (outcome) {
      case Outcome.Done done -> {
        tell(done);
        warnOfConfigured(done, config);
        return 0;
      }
      case Outcome.Newer newer ->
          throw JobRefusedException.impossible(
              "%s is of a newer version: its schema is %d, and this version knows %d"
                  .formatted(file, newer.schema(), newer.known()));
      case Outcome.Filled filled ->
          throw JobRefusedException.impossible(
              "The database holds %s, %s and %s. Replace them: --force"
                  .formatted(
                      Counted.of(filled.events(), "event"),
                      Counted.of(filled.tickets(), "ticket"),
                      Counted.of(filled.accounts(), "account")));
      case Outcome.InUse used ->
          throw JobRefusedException.impossible(
              "The database was used within the last minute by %s. Stop all servers first"
                  .formatted(String.join(", ", used.servers())));
      case Outcome.OtherSecrets other ->
          throw JobRefusedException.impossible(
              other.file()
                  + " holds other secrets than the backup. Replace them, and keep a copy: --force");
    }
  }

  private void tell(Outcome.Done done) {
    BackupManifest manifest = done.manifest();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Restored %s of %s, made at %s by version %s."
            .formatted(
                Counted.of(manifest.rows(), "row"),
                file,
                manifest.createdAt(),
                manifest.version()));
    if (done.secrets()) {
      out.println("The secrets are those of the backup.");
    }
    done.formerSecrets().ifPresent(former -> out.println("The former secrets are in " + former));
  }

  private void warnOfConfigured(Outcome.Done done, ServerConfig config) {
    if (done.secrets() && config.secrets().playbackSigning().isPresent()) {
      spec.commandLine()
          .getErr()
          .println(
              "PLAYBACK_SIGNING_SECRET is configured and stands above the secret of the backup.");
    }
  }
}
