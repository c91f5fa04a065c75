package dev.streamgate.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// Makes an event's folder below the stream root. Whoever may put streams into the root may put
/// files into it: it gets the root's group and mode, whatever whoever makes it gives his own files.
final class StreamFolder {
  private static final String MODE = "unix:mode";
  private static final int RIGHTS = 07777;

  private StreamFolder() {}

  /// Makes it, unless it is there; the root must be there.
  ///
  /// @throws IOException if it cannot be made
  static void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectory(folder);
    Path root = folder.resolveSibling(".").toRealPath();
    if (folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      share(folder, root);
    }
  }

  /// What may not be done here, `doctor` tells.
  private static void share(Path folder, Path root) {
    try {
      PosixFileAttributes wanted = Files.readAttributes(root, PosixFileAttributes.class);
      PosixFileAttributeView given =
          Files.getFileAttributeView(
              folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      if (!given.readAttributes().group().equals(wanted.group())) {
        given.setGroup(wanted.group());
      }
      Files.setAttribute(folder, MODE, (int) Files.getAttribute(root, MODE) & RIGHTS);
    } catch (IOException e) {
      return;
    }
  }
}
