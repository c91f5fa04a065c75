package dev.streamgate.console.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/// Reads what a program writes, line by line, until it ends.
final class Lines {
  private Lines() {}

  static void follow(BufferedReader reader, Consumer<String> line, Runnable ended) {
    Thread.ofVirtual()
        .name("server-output")
        .start(() -> {
          try (reader) {
            reader.lines().forEach(line);
          } catch (IOException | UncheckedIOException e) {
            line.accept(String.valueOf(e.getMessage()));
          }
          ended.run();
        });
  }
}
