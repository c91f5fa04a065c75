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
  private final Caller caller;

  SharedRights(Path root, Caller caller) {
    this.root = root;
    this.caller = caller;
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
  String denied(Path place) {
    return "permission denied: the user %s may not read %s%s"
        .formatted(caller.user(), place, words(place));
  }

  /// What lets the server read all in a folder.
  String toRead(Path folder) {
    String place = ShellWords.quoted(folder);
    if (!caller.hasShell()) {
      return "let the user %s read %s and all that is in it".formatted(caller.user(), folder);
    }
    return group()
        .map(group ->
            "%1$schgrp -R %2$s %3$s && %1$schmod -R g+rX %3$s"
                .formatted(caller.sudo(), ShellWords.quoted(group), place))
        .orElse(
            "%schown -R %s %s".formatted(caller.sudo(), ShellWords.quoted(caller.user()), place));
  }

  /// The command that lets all who may write to the root write to a folder; a group that is not
  /// theirs even owners may not give away.
  String toWrite(Path folder) {
    String group = attributes(root).map(it -> it.group().getName()).orElse("");
    return "%1$schgrp -R %2$s %3$s && %1$schmod -R g+rwX %3$s && %1$schmod g+s %3$s"
        .formatted(caller.sudo(), ShellWords.quoted(group), ShellWords.quoted(folder));
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
