package dev.streamgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/// Takes from a library's jar the word that its packages are sealed. Classes that come from a quick
/// start's cache belong to the jar where it lay when the cache was made; all others of a sealed
/// package would be refused once the program is installed elsewhere.
final class Unsealing {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private Unsealing() {}

  /// A jar that says nothing of it stays as it is, and each keeps its time.
  static void of(Path jar) throws IOException {
    FileTime time = Files.getLastModifiedTime(jar);
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      Path file = content.getPath(MANIFEST);
      Manifest manifest = read(file);
      if (manifest.getMainAttributes().remove(Attributes.Name.SEALED) == null) {
        return;
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        manifest.write(out);
      }
    }
    Files.setLastModifiedTime(jar, time);
  }

  private static Manifest read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Manifest();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new Manifest(in);
    }
  }
}
