package dev.streamgate.console.screen;

import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.preferences.Preferences.ColumnPlace;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What every table does: its columns fit and are remembered, and its selected rows are copied.
public final class TableHabits {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Preferences preferences;
  private final TaskRunner tasks;
  private final Clipboard clipboard;

  public TableHabits(Preferences preferences, TaskRunner tasks, Clipboard clipboard) {
    this.preferences = preferences;
    this.tasks = tasks;
    this.clipboard = clipboard;
  }

  /// Columns come back by the table's id; rows are copied as lines of texts parted by tabs.
  public <T> void on(TableView<T> table) {
    columnsOf(table);
    onCopy(table, () -> clipboard.put(selected(table)));
  }

  /// Does `copy` on Ctrl+C if a row is selected.
  public static void onCopy(TableView<?> table, Runnable copy) {
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event) && !table.getSelectionModel().isEmpty()) {
            copy.run();
            event.consume();
          }
        });
  }

  /// The same for a table whose rows are copied in a way of its own.
  public <T> void columnsOf(TableView<T> table) {
    TableFit.on(table, place(table, preferences.columns(table.getId())));
    Debounce moving = new Debounce(tasks, PAUSE);
    Runnable moved = () -> moving.call(() -> remember(table));
    table.getColumns().addListener((ListChangeListener<TableColumn<T, ?>>) change -> moved.run());
    for (TableColumn<T, ?> column : table.getColumns()) {
      column.widthProperty().addListener(changed -> moved.run());
    }
  }

  /// Only what is known of exactly these columns is of use.
  ///
  /// @return whether it was
  private static <T> boolean place(TableView<T> table, List<ColumnPlace> known) {
    Map<String, TableColumn<T, ?>> columns = new HashMap<>();
    table.getColumns().forEach(column -> columns.put(column.getId(), column));
    List<TableColumn<T, ?>> placed = new ArrayList<>();
    known.forEach(place -> Optional.ofNullable(columns.remove(place.id())).ifPresent(placed::add));
    if (!columns.isEmpty() || placed.size() != known.size()) {
      return false;
    }
    table.getColumns().setAll(placed);
    for (int i = 0; i < placed.size(); i++) {
      placed.get(i).setPrefWidth((double) known.get(i).width());
    }
    return true;
  }

  /// All that a screen with one table needs besides its columns: the rows, what is shown in their
  /// place, and the habits.
  ///
  /// @param id what makes two rows the same thing
  public <T> KeptSelection<T> fill(
      TableView<T> table,
      ObservableList<T> rows,
      Function<T, String> id,
      ScreenFrame frame,
      ScreenStatus status,
      Runnable tryAgain) {
    frame.follow(status, tryAgain);
    on(table);
    return KeptSelection.of(table, rows, id);
  }

  /// Rows of which something is so look so, by a pseudo class of that name.
  public static <T> void mark(TableView<T> table, String name, Predicate<T> isSo) {
    PseudoClass mark = PseudoClass.getPseudoClass(name);
    table.setRowFactory(self ->
        new TableRow<>() {
          @Override
          protected void updateItem(T row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(mark, !empty && row != null && isSo.test(row));
          }
        });
  }

  private void remember(TableView<?> table) {
    List<ColumnPlace> places =
        table.getColumns().stream()
            .map(column -> new ColumnPlace(column.getId(), Math.round(column.getWidth())))
            .toList();
    tasks.run(
        () -> {
          preferences.rememberColumns(table.getId(), places);
          return places;
        },
        done -> {},
        defect -> {});
  }

  private static <T> String selected(TableView<T> table) {
    return table.getSelectionModel().getSelectedItems().stream()
        .map(row -> line(table, row))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static <T> String line(TableView<T> table, T row) {
    return table.getColumns().stream()
        .flatMap(column -> Columns.textOf(column, row).stream())
        .collect(Collectors.joining("\t"));
  }
}
