package dev.streamgate.console.desktop;

import java.nio.file.Path;
import java.util.Optional;

/// Asks which file to read, or which folder to use.
public interface OpenDialog {
  /// The chosen file with codes; empty if the staff would rather not.
  Optional<Path> chooseCodes();

  Optional<Path> chooseFolder(Optional<Path> first);
}
