package dev.streamgate.console.desktop;

import dev.streamgate.console.task.TaskRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Saves a text or a picture where the staff want it, off the UI thread.
public record TextSaver(SaveDialog dialog, TaskRunner tasks) {
  /// Calls `saved` with the file, or `failed` with a reason, or neither if no file was chosen.
  public void save(
      String proposedName, String text, Consumer<Path> saved, Consumer<String> failed) {
    save(proposedName, text.getBytes(StandardCharsets.UTF_8), saved, failed);
  }

  /// The same for bytes.
  public void save(
      String proposedName, byte[] bytes, Consumer<Path> saved, Consumer<String> failed) {
    dialog
        .choose(proposedName)
        .ifPresent(file ->
            tasks.run(
                () -> write(file, bytes),
                saved,
                e -> failed.accept(String.valueOf(e.getMessage()))));
  }

  private static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("saving " + file, e);
    }
  }
}
