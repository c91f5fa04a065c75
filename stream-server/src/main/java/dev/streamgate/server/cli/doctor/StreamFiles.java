package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.Inspection.OpenEvent;
import dev.streamgate.server.media.MediaPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// The files of one event below the stream root, found as those who send them find them (Spec,
/// media §6), with the reason why one is not found.
final class StreamFiles {
  private final Path root;
  private final OpenEvent event;

  /// @param event one that has a folder
  StreamFiles(Path root, OpenEvent event) {
    this.root = root;
    this.event = event;
  }

  /// Where the way to a file ends.
  sealed interface Way {
    /// At the file, which can be read.
    record Open(Path file) implements Way {}

    /// At a file without a byte, as an encoder leaves it whose disk is full.
    record Empty(Path file) implements Way {}

    /// Nothing is there.
    record Missing(Path file) implements Way {}

    /// Something on the way is a link that leads out of the event's folder, and is not followed.
    record Linked(Path link) implements Way {}

    /// This user may not read the file, or not pass through a folder on the way.
    record Closed(Path place) implements Way {}
  }

  Path root() {
    return root;
  }

  Path folder() {
    return root.resolve(Objects.requireNonNull(event.folder()));
  }

  /// The path of a file in the event's own folder.
  Optional<MediaPath> named(String file) {
    return MediaPath.of("/streams/" + event.id() + "/" + file);
  }

  /// A file by its path; one of another event is missing.
  Way way(MediaPath path) {
    Path asked = folder();
    if (path.isHidden() || !path.event().value().equals(event.id())) {
      return new Way.Missing(asked);
    }
    try {
      asked = asked.resolve(String.join("/", path.names()));
      return find(asked);
    } catch (AccessDeniedException e) {
      return new Way.Closed(Places.closed(asked).orElse(asked));
    } catch (IOException | InvalidPathException e) {
      return new Way.Missing(asked);
    }
  }

  private Way find(Path asked) throws IOException {
    Path folder = folder();
    if (Files.isSymbolicLink(folder)) {
      return new Way.Linked(folder);
    }
    Path real = asked.toRealPath();
    if (!real.startsWith(folder.toRealPath())) {
      return new Way.Linked(firstLink(asked));
    }
    if (!Files.isRegularFile(real)) {
      throw new FileSystemException(asked.toString()); // Opening a pipe would wait for its writer.
    }
    try (InputStream _ = Files.newInputStream(real)) {
      return Files.size(real) > 0 ? new Way.Open(asked) : new Way.Empty(asked);
    }
  }

  private Path firstLink(Path asked) {
    Path place = folder();
    for (Path name : folder().relativize(asked)) {
      place = place.resolve(name);
      if (Files.isSymbolicLink(place)) {
        return place;
      }
    }
    return asked;
  }
}
