package dev.streamgate.console.screen;

import dev.streamgate.console.text.Catalogues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads `XView.fxml` beside `XView.java`, with the words of its package, and gives it to a view
/// made by its constructor.
public record Views(Catalogues catalogues) {
  /// A view and the nodes it governs.
  public record Loaded<V>(V view, Parent root) {}

  public <V> Loaded<V> load(Class<V> type, Supplier<V> constructor) {
    FXMLLoader loader = new FXMLLoader(type.getResource(type.getSimpleName() + ".fxml"));
    loader.setResources(catalogues.of(type).words());
    loader.setControllerFactory(wanted -> constructor.get());
    try {
      Parent root = loader.load();
      return new Loaded<>(type.cast(loader.getController()), root);
    } catch (IOException e) {
      throw new UncheckedIOException("loading " + type.getSimpleName(), e);
    }
  }
}
