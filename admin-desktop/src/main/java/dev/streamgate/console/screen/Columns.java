package dev.streamgate.console.screen;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/// What the columns of a table show.
public final class Columns {
  private static final String TEXT = "text of a row";

  private Columns() {}

  public static <T> void text(TableColumn<T, String> column, Function<T, String> text) {
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(self -> new TextCell<>());
    column.setSortable(false);
  }

  /// Numbers stand at the right, one under the other.
  public static <T> void number(TableColumn<T, String> column, Function<T, String> text) {
    text(column, text);
    column.getStyleClass().add("number-column");
  }

  /// Nodes that say something.
  ///
  /// @param text the same as a text, for copying
  public static <T> void node(
      TableColumn<T, T> column, Function<T, String> text, Function<T, Node> node) {
    node(column, node);
    column.getProperties().put(TEXT, text);
  }

  /// What a column says of a row; empty for one that only holds buttons.
  static <T> Optional<String> textOf(TableColumn<T, ?> column, T row) {
    @SuppressWarnings("unchecked")
    Function<T, String> text = (Function<T, String>) column.getProperties().get(TEXT);
    if (text != null) {
      return Optional.of(text.apply(row));
    }
    return column.getCellObservableValue(row).getValue() instanceof String shown
        ? Optional.of(shown)
        : Optional.empty();
  }

  public static <T> void node(TableColumn<T, T> column, Function<T, Node> node) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(self -> new NodeCell<>(node));
    column.setSortable(false);
  }

  /// The same where rows change all the time: each cell keeps its nodes.
  ///
  /// @param maker is handed the way to the row that a cell shows at a moment
  public static <T> void kept(TableColumn<T, T> column, Function<Supplier<T>, CellNode<T>> maker) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(self -> new KeptCell<>(maker));
    column.setSortable(false);
  }

  private static final class TextCell<T> extends TableCell<T, String> {
    TextCell() {
      FullText.whenCut(this);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
    }
  }

  private static final class KeptCell<T> extends TableCell<T, T> {
    private final CellNode<T> shown;

    KeptCell(Function<Supplier<T>, CellNode<T>> maker) {
      shown = maker.apply(this::getItem);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        shown.show().accept(item);
        setGraphic(shown.node());
      }
    }
  }

  private static final class NodeCell<T> extends TableCell<T, T> {
    private final Function<T, Node> node;

    NodeCell(Function<T, Node> node) {
      this.node = node;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : node.apply(item));
    }
  }
}
