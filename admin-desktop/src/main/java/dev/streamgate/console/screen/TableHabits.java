package dev.streamgate.console.screen;

import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What every table does: it remembers the widths of its columns, and copies its selected rows.
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

  /// Widths come back by the table's id; rows are copied as lines of texts parted by tabs.
  public <T> void on(TableView<T> table) {
    widthsOf(table);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event) && !table.getSelectionModel().isEmpty()) {
            clipboard.put(selected(table));
            event.consume();
          }
        });
  }

  /// The same for a table whose rows are copied in a way of its own.
  public <T> void widthsOf(TableView<T> table) {
    String name = table.getId();
    List<Double> known = preferences.columns(name);
    if (known.size() == table.getColumns().size()) {
      for (int i = 0; i < known.size(); i++) {
        table.getColumns().get(i).setPrefWidth(known.get(i));
      }
    }
    Debounce moving = new Debounce(tasks, PAUSE);
    for (TableColumn<T, ?> column : table.getColumns()) {
      column.widthProperty().addListener(changed -> moving.call(() -> remember(name, table)));
    }
  }

  /// All that a screen with one table needs besides its columns: the rows, what is shown in their
  /// place, and the habits.
  public <T> void fill(
      TableView<T> table,
      ObservableList<T> rows,
      ScreenFrame frame,
      ScreenStatus status,
      Runnable tryAgain) {
    table.setItems(rows);
    frame.follow(status, tryAgain);
    on(table);
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

  private void remember(String name, TableView<?> table) {
    List<Double> widths =
        table.getColumns().stream().map(column -> (double) Math.round(column.getWidth())).toList();
    tasks.run(
        () -> {
          preferences.rememberColumns(name, widths);
          return widths;
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
        .map(column -> column.getCellObservableValue(row))
        .map(value -> value == null ? null : value.getValue())
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining("\t"));
  }
}
