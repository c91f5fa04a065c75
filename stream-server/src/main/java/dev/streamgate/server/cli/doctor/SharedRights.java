package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who may do what below the stream root, which the server and its encoders share by its group.
final class SharedRights {
  private static final Path PROCESS = Path.of("/proc/self/status");

  private final Path root;

  SharedRights(Path root) {
    this.root = root;
  }

  /// Whose something is, such as ` (alice:video, rwx------)`; empty where that cannot be told.
  static String words(Path place) {
    return attributes(place)
        .map(it ->
            " (%s:%s, %s)"
                .formatted(
                    it.owner().getName(),
                    it.group().getName(),
                    PosixFilePermissions.toString(it.permissions())))
        .orElse("");
  }

  /// Who may not come to something, and whose it is.
  static String denied(Path place) {
    return "permission denied: the user %s may not read %s%s"
        .formatted(System.getProperty("user.name", ""), place, words(place));
  }

  /// The command that lets the server read all in a folder.
  String toRead(Path folder) {
    String place = ShellWords.quoted(folder);
    return group()
        .map(group ->
            "sudo chgrp -R %s %s && sudo chmod -R g+rX %s"
                .formatted(ShellWords.quoted(group), place, place))
        .orElse(
            "sudo chown -R %s %s"
                .formatted(ShellWords.quoted(System.getProperty("user.name", "")), place));
  }

  /// The command that lets all who may write to the root write to a folder.
  String toWrite(Path folder) {
    String place = ShellWords.quoted(folder);
    String group = attributes(root).map(it -> it.group().getName()).orElse("");
    return "sudo chgrp -R %s %s && sudo chmod -R g+rwX %s && sudo chmod g+s %s"
        .formatted(ShellWords.quoted(group), place, place, place);
  }

  /// Whether a folder that the owner of the root made is closed to others who may write to the
  /// root; what an encoder made is open to it.
  boolean isClosedToWriters(Path folder) {
    Optional<PosixFileAttributes> all = attributes(root);
    Optional<PosixFileAttributes> one = attributes(folder);
    return all.isPresent()
        && one.isPresent()
        && mayGroupWrite(all.get())
        && all.get().owner().equals(one.get().owner())
        && !(mayGroupWrite(one.get()) && all.get().group().equals(one.get().group()));
  }

  /// The group of the root, if it lets this user in.
  private Optional<String> group() {
    return attributes(root)
        .filter(it -> it.permissions().contains(PosixFilePermission.GROUP_EXECUTE))
        .filter(_ -> isMember())
        .map(it -> it.group().getName());
  }

  private boolean isMember() {
    try (Stream<String> lines = Files.lines(PROCESS)) {
      String wanted = Files.getAttribute(root, "unix:gid").toString();
      return lines
          .filter(line -> line.startsWith("Groups:") || line.startsWith("Gid:"))
          .flatMap(line -> Arrays.stream(line.split("\\s+")))
          .anyMatch(List.of(wanted)::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean mayGroupWrite(PosixFileAttributes attributes) {
    return attributes.permissions().contains(PosixFilePermission.GROUP_WRITE);
  }

  private static Optional<PosixFileAttributes> attributes(Path place) {
    try {
      return Optional.of(Files.readAttributes(place, PosixFileAttributes.class));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
