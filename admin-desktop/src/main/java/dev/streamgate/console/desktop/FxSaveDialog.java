package dev.streamgate.console.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The save dialog of the computer.
public record FxSaveDialog(Window owner) implements SaveDialog {
  @Override
  public Optional<Path> choose(String proposedName) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(proposedName);
    String ending = proposedName.substring(proposedName.lastIndexOf('.') + 1);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }
}
