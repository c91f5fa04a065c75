package dev.streamgate.console.desktop;

import java.nio.file.Path;

/// Shows a folder in the computer's file manager.
public interface FolderOpener {
  void open(Path folder);
}
