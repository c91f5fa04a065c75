package dev.streamgate.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// Who may do what with a file, where the system knows that.
final class Rights {
  private Rights() {}

  static void executable(Path file) throws IOException {
    set(file, "rwxr-xr-x");
  }

  static void set(Path file, String rights) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  /// Lets everybody read a tree, whatever this build's own habits (umask) are.
  static void forEverybody(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
        boolean isToBeEntered = Files.isDirectory(file) || Files.isExecutable(file);
        set(file, isToBeEntered ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }
}
