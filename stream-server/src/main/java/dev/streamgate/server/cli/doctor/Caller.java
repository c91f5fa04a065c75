package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.CommandName;
import dev.streamgate.server.cli.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whom remedies are written for, and on what system: with `sudo` only where somebody needs the
/// rights of another, and without commands that the system does not know.
///
/// @param user whom this process runs as, and a server does that he starts
/// @param isRoot whether whoever reads it has every right by himself, or no `sudo` to get them by
/// @param isOutsider whether the server is an installed service, and whoever reads it is not the
///   user that the service runs as
/// @param system its name, such as `Linux`
public record Caller(String user, boolean isRoot, boolean isOutsider, String system) {
  private static final String ROOT = "root";
  private static final Path SUDO = Path.of("/usr/bin/sudo");

  /// By which the command of a package says who called it, before it became the service's user.
  private static final String BECAME_SERVICE = "STREAMGATE_CALLER";

  /// By which systemd tells a process that it is a service, whose log others read.
  private static final String SERVICE = "INVOCATION_ID";

  /// Who called this process. Whoever became root by `sudo` is not root when he reads the remedy.
  ///
  /// @param isInstalled whether a package installed this program, and whoever called it may read
  ///   the configuration of its service
  public static Caller of(Map<String, String> environment, boolean isInstalled) {
    String user = System.getProperty("user.name", "");
    String system = System.getProperty("os.name", "");
    Caller caller = of(environment, isInstalled, user, system);
    boolean hasAll = caller.isRoot || !Files.isExecutable(SUDO);
    return new Caller(user, hasAll, caller.isOutsider, system);
  }

  static Caller of(
      Map<String, String> environment, boolean isInstalled, String user, String system) {
    boolean becameService = ROOT.equals(environment.get(BECAME_SERVICE));
    boolean bySudo = !environment.getOrDefault("SUDO_USER", "").isEmpty();
    boolean isService =
        user.equals(Installation.USER) && !becameService && !environment.containsKey(SERVICE);
    return new Caller(
        user, !bySudo && (becameService || user.equals(ROOT)), isInstalled && !isService, system);
  }

  /// How the command of this program is called for a verb with the server's data.
  public String command() {
    return sudoForService() + CommandName.typed();
  }

  /// How a verb is called that is to have more room for temporary files, as a remedy to go on with.
  /// What stands before `sudo` does not reach the command, for `sudo` clears the environment.
  public String withTemporaryFolder(String verb) {
    String command =
        hasShell()
            ? "%sSTREAMGATE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER %s %s"
                .formatted(sudoForService(), CommandName.typed(), verb)
            : "set TMP=FOLDER and then %s %s".formatted(CommandName.typed(), verb);
    return isOutsider
        ? "%s, with a FOLDER that the user %s may write to".formatted(command, Installation.USER)
        : command;
  }

  /// Whether there are owners, groups and a shell with `chmod` and its like.
  boolean hasShell() {
    return !system.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /// Whether one more user can be let into something, by `setfacl`.
  boolean hasAccessLists() {
    return system.equals("Linux");
  }

  /// What stands before a command for which one has to be root.
  String sudo() {
    return isRoot ? "" : "sudo ";
  }

  /// What stands before a command that the owner of these places may give.
  String sudoFor(Path... places) {
    boolean areTheirs = !isOutsider && Arrays.stream(places).allMatch(this::owns);
    return isRoot || areTheirs ? "" : "sudo ";
  }

  private String sudoForService() {
    return isOutsider ? sudo() : "";
  }

  private boolean owns(Path place) {
    try {
      return Optional.of(Files.getOwner(place).getName()).filter(user::equals).isPresent();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
