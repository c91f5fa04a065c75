package dev.streamgate.server.foundation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says how much is free where a file or folder is.
@FunctionalInterface
interface FreeSpace {
  /// As the system says it. {@link java.io.File#getUsableSpace()} would need no descriptor, but
  /// answers 0 both where nothing is free and where nobody knows.
  FreeSpace OF_DISKS = place -> Files.getFileStore(place).getUsableSpace();

  /// In bytes; may take as long as a disk hangs.
  ///
  /// @throws IOException if it cannot be asked, as without a descriptor left
  long at(Path place) throws IOException;
}
