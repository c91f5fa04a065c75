package dev.streamgate.server.foundation;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner can read, where the file system knows of owners in that
/// way.
public final class OwnerOnly {
  private OwnerOnly() {}

  /// The attributes with which to create such a file.
  public static FileAttribute<?>[] attributes(Path file) {
    return attributes(file, "rw-------");
  }

  /// The attributes with which to create a folder that only its owner can enter.
  static FileAttribute<?>[] folderAttributes(Path folder) {
    return attributes(folder, "rwx------");
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
