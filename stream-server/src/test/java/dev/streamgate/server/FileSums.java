package dev.streamgate.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Whether files are as they were.
final class FileSums {
  private FileSums() {}

  /// A sum of the bytes of each file in a folder, by its name.
  static Map<String, Integer> in(Path folder) {
    Map<String, Integer> sums = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sums.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
      return sums;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
