package dev.streamgate.console.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The save dialog of the computer.
public record FxSaveDialog(Window owner) implements SaveDialog {
  @Override
  public Optional<Path> choose(String proposedName) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(proposedName);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }
}
