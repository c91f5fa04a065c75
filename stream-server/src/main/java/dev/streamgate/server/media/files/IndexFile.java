package dev.streamgate.server.media.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cache's index on the disk: one line a file, between a first line that names the form and a
/// last one that tells how many there are.
final class IndexFile {
  private static final String FORM = "streamgate cache index 1";
  private static final String END = "end ";
  private static final int FIELDS = 5;

  private final Path file;

  IndexFile(Path file) {
    this.file = file;
  }

  /// Empty if there is none, or none that can be relied on.
  Optional<List<Map.Entry<CacheKey, CacheEntry>>> read() {
    try {
      return Optional.of(parse(Files.readAllLines(file)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Replaces it as a whole.
  void write(List<Map.Entry<CacheKey, CacheEntry>> entries) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter out = Files.newBufferedWriter(next)) {
      out.write(FORM + "\n");
      for (Map.Entry<CacheKey, CacheEntry> entry : entries) {
        out.write(line(entry.getKey(), entry.getValue()) + "\n");
      }
      out.write(END + entries.size() + "\n");
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Map.Entry<CacheKey, CacheEntry>> parse(List<String> lines) {
    int files = lines.size() - 2;
    if (files < 0 || !lines.getFirst().equals(FORM) || !lines.getLast().equals(END + files)) {
      throw new IllegalArgumentException("not a whole index");
    }
    List<Map.Entry<CacheKey, CacheEntry>> entries = new ArrayList<>(files);
    for (String line : lines.subList(1, files + 1)) {
      entries.add(parse(line));
    }
    return entries;
  }

  private static Map.Entry<CacheKey, CacheEntry> parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("not a line of an index");
    }
    return Map.entry(
        CacheKey.parse(fields[4]),
        new CacheEntry(
            Long.parseLong(fields[0]), instant(fields[1]), instant(fields[2]), fields[3]));
  }

  private static Instant instant(String milliseconds) {
    return Instant.ofEpochMilli(Long.parseLong(milliseconds));
  }

  /// No name of a path and no address contains a tab.
  private static String line(CacheKey key, CacheEntry entry) {
    return String.join(
        "\t",
        Long.toString(entry.size()),
        Long.toString(entry.storedAt().toEpochMilli()),
        Long.toString(entry.lastUsed().toEpochMilli()),
        entry.source(),
        key.toString());
  }
}
