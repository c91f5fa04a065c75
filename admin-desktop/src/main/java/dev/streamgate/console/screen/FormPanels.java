package dev.streamgate.console.screen;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.screen.Views.Loaded;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.scene.layout.Region;

/// Opens forms over the window. Esc and "Cancel" ask before anything typed is lost.
public record FormPanels(Panels panels, Views views, Discarding discarding) {
  /// Opens a form; `view` is handed what takes it away at once, for after it was saved, and what
  /// asks first.
  ///
  /// @param touched whether something is typed that would be lost
  public <V extends FormView> void open(
      Class<V> type, BooleanSupplier touched, BiFunction<Runnable, Runnable, V> view) {
    open(type, touched, () -> false, view);
  }

  /// The same for a form whose work may be under way: then Esc and "Cancel" give that up, and the
  /// form stays.
  ///
  /// @param givesUp gives up what is under way; false if nothing is
  public <V extends FormView> void open(
      Class<V> type,
      BooleanSupplier touched,
      BooleanSupplier givesUp,
      BiFunction<Runnable, Runnable, V> view) {
    panels.open(remove -> {
      Runnable close =
          () -> {
            if (!givesUp.getAsBoolean()) {
              discarding.unless(touched.getAsBoolean(), remove);
            }
          };
      Loaded<V> form = views.load(type, () -> view.apply(remove, close));
      return new Panels.Panel((Region) form.root(), form.view().firstField(), close, touched);
    });
  }
}
