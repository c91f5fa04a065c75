package dev.streamgate.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Who may do what with a file, where the system knows that.
final class Rights {
  private Rights() {}

  static void executable(Path file) throws IOException {
    set(file, "rwxr-xr-x");
  }

  static void set(Path file, String rights) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
