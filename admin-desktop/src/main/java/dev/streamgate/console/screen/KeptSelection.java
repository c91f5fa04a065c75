package dev.streamgate.console.screen;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

/// The selected row of a table whose rows are renewed again and again: the same thing stays
/// selected, wherever its row then is.
public final class KeptSelection<T> {
  private final TableView<T> table;
  private final Function<T, String> id;
  private final ReadOnlyObjectWrapper<Optional<T>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean renewing;

  private KeptSelection(TableView<T> table, Function<T, String> id) {
    this.table = table;
    this.id = id;
  }

  /// Fills a table.
  ///
  /// @param id what makes two rows the same thing
  public static <T> KeptSelection<T> of(
      TableView<T> table, ObservableList<T> rows, Function<T, String> id) {
    KeptSelection<T> selection = new KeptSelection<>(table, id);
    // The table's own listener, which forgets the selection, comes between these two.
    rows.addListener((ListChangeListener<T>) change -> selection.renewing = true);
    table.setItems(rows);
    rows.addListener((ListChangeListener<T>) change -> selection.restore(rows));
    table.getSelectionModel().selectedItemProperty().subscribe(selection::choose);
    return selection;
  }

  /// The selected row as it is now.
  public ReadOnlyObjectProperty<Optional<T>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  private void choose(T row) {
    if (!renewing) {
      chosen.set(Optional.ofNullable(row));
    }
  }

  private void restore(ObservableList<T> rows) {
    Optional<T> kept =
        chosen
            .get()
            .flatMap(before ->
                rows.stream().filter(row -> id.apply(row).equals(id.apply(before))).findFirst());
    kept.ifPresentOrElse(
        row -> table.getSelectionModel().clearAndSelect(rows.indexOf(row)),
        table.getSelectionModel()::clearSelection);
    renewing = false;
    chosen.set(kept);
  }
}
