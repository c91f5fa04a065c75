package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.DamagedDatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be done about damaged files of the database.
final class DamageRemedy {
  /// Where a package's backups of each night go (operating.md).
  private static final Path OF_PACKAGES = Path.of("/var/backups/streamgate");

  private static final Path SUDO = Path.of("/usr/bin/sudo");

  private DamageRemedy() {}

  /// A sentence to go on with, without its full stop. It names the newest backup if one is where
  /// backups usually are: beside the database, in the current folder or in that of packages.
  static String of(DamagedDatabaseException damage, Instant now) {
    Path folder = Optional.ofNullable(damage.file().getParent()).orElse(damage.file());
    Path here = Path.of("").toAbsolutePath();
    String backup =
        BackupName.newestIn(List.of(folder, here, OF_PACKAGES), now)
            .map(ShellWords::quoted)
            .orElse("FILE, which is your newest backup,");
    return "keep a copy of the folder %s, then: %s restore %s --force"
        .formatted(
            ShellWords.quoted(folder), command(Installation.known().isPresent(), SUDO), backup);
  }

  /// Where nobody knows what time it is.
  static String of(DamagedDatabaseException damage) {
    return of(damage, Instant.MAX);
  }

  /// What a package installed keeps its data as a user that nobody signs in as; in a container
  /// whoever is there is that user, and there is no `sudo`.
  static String command(boolean isInstalled, Path sudo) {
    return isInstalled && Files.isExecutable(sudo)
        ? "sudo " + CommandName.typed()
        : CommandName.typed();
  }

  /// What is wrong, and what is to be done.
  static List<String> lines(DamagedDatabaseException damage, Instant now) {
    String remedy = of(damage, now);
    return List.of(
        damage.problem() + ".", Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1));
  }
}
