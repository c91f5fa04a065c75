package dev.streamgate.server.cli.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Folders that may not be there yet, or not be open.
final class Places {
  private Places() {}

  /// The folder itself, or the nearest one above it that is there.
  static Path existing(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }

  /// The first folder on the way to a file that this user may not pass through. It is tried: what
  /// the system says of rights without being asked for the file is not always true.
  static Optional<Path> closed(Path file) {
    Path place = file.toAbsolutePath().getRoot();
    for (Path name : file.toAbsolutePath()) {
      try {
        Files.readAttributes(
            place.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      } catch (AccessDeniedException e) {
        return Optional.of(place);
      } catch (IOException e) {
        return Optional.empty();
      }
      place = place.resolve(name);
    }
    return Optional.empty();
  }
}
