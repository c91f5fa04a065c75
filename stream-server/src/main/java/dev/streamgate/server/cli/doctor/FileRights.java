package dev.streamgate.server.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// Who may read a file, where the file system knows of owners in that way.
final class FileRights {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private static final Set<PosixFilePermission> BEYOND =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private FileRights() {}

  /// Whether others than the owner may read or write it.
  static boolean isOpenToOthers(Path file) throws IOException {
    return has(file, OTHERS);
  }

  /// Whether users outside its group may read it, or the group may change it.
  static boolean isOpenBeyondItsGroup(Path file) throws IOException {
    return has(file, BEYOND);
  }

  private static boolean has(Path file, Set<PosixFilePermission> rights) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix && Files.getPosixFilePermissions(file).stream().anyMatch(rights::contains);
  }
}
