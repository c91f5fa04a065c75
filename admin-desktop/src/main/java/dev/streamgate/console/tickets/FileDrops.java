package dev.streamgate.console.tickets;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes a file that is dragged onto a part of the window. Whether it holds codes is found out by
/// reading it, so that staff are told if it does not.
final class FileDrops {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private FileDrops() {}

  static void on(Node node, Consumer<Path> take) {
    node.setOnDragOver(event -> {
      if (codes(event).isPresent()) {
        event.acceptTransferModes(TransferMode.COPY);
        node.pseudoClassStateChanged(DROP, true);
      }
      event.consume();
    });
    node.setOnDragExited(event -> node.pseudoClassStateChanged(DROP, false));
    node.setOnDragDropped(event -> {
      Optional<Path> file = codes(event);
      file.ifPresent(take);
      event.setDropCompleted(file.isPresent());
      event.consume();
    });
  }

  private static Optional<Path> codes(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).findFirst();
  }
}
