package dev.streamgate.server.cli.doctor;

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
/// @param isRoot whether whoever reads it has every right by himself
/// @param isService whether this process runs as the user of an installed service, and its caller
///   is somebody else
/// @param system its name, such as `Linux`
public record Caller(String user, boolean isRoot, boolean isService, String system) {
  /// Who called this process. The command of a package lets only root act as the service's user;
  /// whoever became root by `sudo` is not root when he reads the remedy.
  ///
  /// @param isInstalled whether this is that command
  public static Caller of(Map<String, String> environment, boolean isInstalled) {
    String user = System.getProperty("user.name", "");
    boolean bySudo = !environment.getOrDefault("SUDO_USER", "").isEmpty();
    return new Caller(
        user,
        !bySudo && (isInstalled || user.equals("root")),
        isInstalled,
        System.getProperty("os.name", ""));
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
    boolean areTheirs = !isService && Arrays.stream(places).allMatch(this::owns);
    return isRoot || areTheirs ? "" : "sudo ";
  }

  private boolean owns(Path place) {
    try {
      return Optional.of(Files.getOwner(place).getName()).filter(user::equals).isPresent();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
