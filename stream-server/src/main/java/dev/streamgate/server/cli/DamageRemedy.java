package dev.streamgate.server.cli;

import dev.streamgate.server.cli.doctor.Caller;
import dev.streamgate.server.foundation.DamagedDatabaseException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be done about damaged files of the database.
final class DamageRemedy {
  /// Where a package's backups of each night go (operating.md).
  private static final Path OF_PACKAGES = Path.of("/var/backups/streamgate");

  private DamageRemedy() {}

  /// A sentence to go on with, without its full stop. It names the newest backup if one is where
  /// backups usually are: beside the database, in the current folder or in that of packages.
  static String of(DamagedDatabaseException damage, Instant now) {
    Path folder = Optional.ofNullable(damage.file().getParent()).orElse(damage.file());
    Caller caller = Caller.of(System.getenv(), Installation.known().isPresent());
    Path here = Path.of("").toAbsolutePath();
    String backup =
        BackupName.newestIn(List.of(folder, here, OF_PACKAGES), now)
            .map(ShellWords::quoted)
            .orElse("FILE, which is your newest backup,");
    return "keep a copy of the folder %s, then: %s restore %s --force"
        .formatted(ShellWords.quoted(folder), caller.command(), backup);
  }

  /// What is wrong, and what is to be done.
  static List<String> lines(DamagedDatabaseException damage, Instant now) {
    String remedy = of(damage, now);
    return List.of(
        damage.problem() + ".", Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1));
  }
}
