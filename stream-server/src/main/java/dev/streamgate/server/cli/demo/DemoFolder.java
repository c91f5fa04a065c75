package dev.streamgate.server.cli.demo;

import dev.streamgate.model.events.EventId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The temporary folder with the demonstration's data and streams.
public final class DemoFolder {
  private final Path root;

  private DemoFolder(Path root) {
    this.root = root;
  }

  public static DemoFolder create() throws IOException {
    DemoFolder folder = new DemoFolder(Files.createTempDirectory("streamgate-demo-"));
    Files.createDirectory(folder.streams());
    return folder;
  }

  public Path data() {
    return root.resolve("data");
  }

  public Path streams() {
    return root.resolve("streams");
  }

  /// The stream folder of an event.
  public Path streamOf(EventId event) {
    return streams().resolve(event.value());
  }

  /// Gives an event the sample video as its recording.
  public void addRecording(EventId event) throws IOException {
    SampleVideo.copyRecording(streamOf(event));
  }

  /// Deletes everything.
  public void delete() {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + root, e);
    }
  }
}
