package dev.streamgate.console.desktop;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where to save a file.
public interface SaveDialog {
  /// The chosen file; empty if the staff would rather not save.
  Optional<Path> choose(String proposedName);
}
