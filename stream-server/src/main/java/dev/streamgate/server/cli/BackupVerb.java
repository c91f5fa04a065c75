package dev.streamgate.server.cli;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.server.foundation.BackupArchive;
import dev.streamgate.server.foundation.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Writes a backup into a file that only its owner can read.
@Command(
    name = "backup",
    description = {
      "Writes all that the database holds into one zip, as it is at this moment, also while the server"
          + " runs. It can be restored into either kind of database.",
      "Nothing is overwritten. The zip is read back and compared with its sums before it is there.",
      "Has the server do it that runs on DATA_DIR, or else opens its database: configuration as for"
          + " serve."
    },
    customSynopsis = "streamgate backup [FILE] [--with-secrets] [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class BackupVerb implements Callable<Integer> {
  private static final String SEPARATOR = FileSystems.getDefault().getSeparator();

  private final DataDesks desks;
  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The file, or a folder for it (default streamgate-backup-<UTC time>.zip in this folder).")
  private @Nullable String file;

  @Option(
      names = "--with-secrets",
      description =
          "Also the file of secrets and staff sign-ins: whoever has this zip can do what the server"
              + " can.")
  private boolean withSecrets;

  @Unmatched private List<String> settings = new ArrayList<>();

  BackupVerb(DataDesks desks, InstantSource clock) {
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, JobRefusedException {
    Path target = target();
    Path folder = Optional.ofNullable(target.getParent()).orElse(target);
    if (!Files.isDirectory(folder)) {
      throw JobRefusedException.impossible("There is no folder " + folder);
    }
    refuseExisting(target);
    try (DataDesk desk = desks.open(settings)) {
      return store(desk, target, folder);
    }
  }

  private int store(DataDesk desk, Path target, Path folder)
      throws IOException, InterruptedException, JobRefusedException {
    Path fresh = passing(folder, target);
    fresh.toFile().deleteOnExit(); // also if this is interrupted
    try {
      write(desk, fresh, folder);
      BackupManifest manifest = readBack(fresh);
      refuseExisting(target);
      Files.move(fresh, target);
      tell(target, manifest);
      return 0;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// What ends as folders do is one, and not a file of that name where it is missing.
  private Path target() {
    String name = BackupName.at(clock.instant());
    String given = Optional.ofNullable(file).orElse(name);
    Path wanted = Path.of(given).toAbsolutePath().normalize();
    boolean isFolder =
        Files.isDirectory(wanted) || given.endsWith("/") || given.endsWith(SEPARATOR);
    return isFolder ? wanted.resolve(name) : wanted;
  }

  private static void refuseExisting(Path target) throws JobRefusedException {
    if (Files.exists(target)) {
      throw JobRefusedException.impossible(target + " is there already");
    }
  }

  /// The file under a name that nobody gave, and that nobody should read of.
  private static Path passing(Path folder, Path target) throws IOException {
    try {
      return Files.createTempFile(
          folder, "." + target.getFileName(), ".part", OwnerOnly.attributes(target));
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(folder.toString());
    } catch (FileSystemException e) {
      throw new FileSystemException(
          folder.toString(), null, Optional.ofNullable(e.getReason()).orElse("takes no file"));
    }
  }

  private void write(DataDesk desk, Path fresh, Path folder)
      throws IOException, InterruptedException, JobRefusedException {
    try (OutputStream out = new NamedFolderStream(Files.newOutputStream(fresh), folder)) {
      desk.backUp(withSecrets, out);
    }
  }

  private static BackupManifest readBack(Path fresh) {
    try (BackupArchive archive = BackupArchive.open(fresh)) {
      return archive.manifest();
    }
  }

  private void tell(Path target, BackupManifest manifest) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Backup " + target);
    out.println("Rows " + manifest.rows() + " in " + manifest.tables().size() + " tables");
    out.println("Size " + Sizes.text(Files.size(target)));
    if (!withSecrets) {
      return;
    }
    if (manifest.secrets() == null) {
      spec.commandLine()
          .getErr()
          .println("There is no secrets.properties: what is configured elsewhere is not in it.");
    } else {
      out.println("It holds the server's secrets. Keep it as safe as these.");
    }
  }
}
