package dev.streamgate.console.stand;

import dev.streamgate.console.desktop.Desktop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A computer whose clipboard can be read, and whose save dialog answers by itself.
public final class FakeDesktop {
  private final List<Path> opened = new ArrayList<>();
  private String clipboard = "";
  private Optional<Path> saveInto = Optional.empty();

  public Desktop desktop() {
    return new Desktop(
        text -> clipboard = text,
        name -> saveInto.map(folder -> folder.resolve(name)),
        opened::add);
  }

  /// The save dialog answers with the proposed name in this folder; before, it is cancelled.
  public void savesInto(Path folder) {
    saveInto = Optional.of(folder);
  }

  public String clipboard() {
    return clipboard;
  }

  public List<Path> opened() {
    return opened;
  }
}
