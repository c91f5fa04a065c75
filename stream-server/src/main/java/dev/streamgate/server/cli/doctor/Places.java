package dev.streamgate.server.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/// Folders that may not be there yet.
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
}
