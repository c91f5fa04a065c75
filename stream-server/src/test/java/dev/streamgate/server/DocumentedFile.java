package dev.streamgate.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A configuration that operators are given, with a test's own names and ports in it.
final class DocumentedFile {
  private DocumentedFile() {}

  /// What is not there cannot be replaced, and the test would be of something else.
  ///
  /// @param own what stands in the place of what the documentation says
  static String with(Path file, Map<String, String> own) throws IOException {
    String text = Files.readString(file);
    for (Map.Entry<String, String> one : own.entrySet()) {
      if (!text.contains(one.getKey())) {
        throw new IllegalStateException(file + " does not say " + one.getKey());
      }
      text = text.replace(one.getKey(), one.getValue());
    }
    return text;
  }
}
