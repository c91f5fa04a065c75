package dev.streamgate.server.foundation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder whose innermost one has a longer path than systems take: nobody can walk to its end or
/// delete it, root neither, until it is taken apart again.
final class BottomlessFolder implements AutoCloseable {
  private static final int LAYERS = 7;

  /// In all of them too long, in each of them not.
  private static final Path LAYER =
      Path.of("a".repeat(200), "b".repeat(200), "c".repeat(200), "d".repeat(199), "in");

  private final Path scratch;
  private final Path folder;

  /// @param scratch a folder in which it is put together, on the same disk
  /// @param folder is not there yet
  BottomlessFolder(Path scratch, Path folder) throws IOException {
    this.scratch = scratch;
    this.folder = folder;
    Files.createDirectory(layer(0));
    for (int number = 1; number <= LAYERS; number++) {
      Path inner = layer(number).resolve(LAYER);
      Files.createDirectories(inner.resolveSibling(""));
      Files.move(layer(number - 1), inner);
    }
    Files.move(layer(LAYERS), folder);
  }

  @Override
  public void close() throws IOException {
    Files.move(folder, layer(LAYERS));
    for (int number = LAYERS; number > 0; number--) {
      Files.move(layer(number).resolve(LAYER), layer(number - 1));
      DatabaseAside.delete(layer(number));
    }
    Files.delete(layer(0));
  }

  private Path layer(int number) {
    return scratch.resolve("layer" + number);
  }
}
