package dev.streamgate.console.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// How the columns of a table share its width. While all have the room they need, they fill the
/// table; where they do not, the table scrolls sideways instead of cutting what they say, and the
/// buttons of a row move up to the column with the style class `lead`, so that they stay in view.
final class TableFit {
  private static final String LEAD = "lead";
  private static final String ACTIONS = "rowActions";
  private static final double SCROLL_BAR = 16;
  private static final double AROUND_HEADING = 18;
  private static final Font HEADING = Font.font("Inter", FontWeight.BOLD, 12);

  private TableFit() {}

  /// @param chosen whether the widths of the columns are those that somebody gave them
  static <T> void on(TableView<T> table, boolean chosen) {
    table.getColumns().forEach(TableFit::showHeading);
    table.widthProperty().subscribe(width -> fit(table, width.doubleValue(), chosen));
  }

  /// A heading is as long as its language makes it.
  private static void showHeading(TableColumn<?, ?> column) {
    Text heading = new Text(column.getText());
    heading.setFont(HEADING);
    double room = Math.ceil(heading.getLayoutBounds().getWidth()) + AROUND_HEADING;
    double least = Math.max(column.getMinWidth(), room);
    if (column.isResizable()) {
      column.setMaxWidth(Math.max(column.getMaxWidth(), least));
      column.setMinWidth(least);
    }
  }

  private static <T> void fit(TableView<T> table, double width, boolean chosen) {
    boolean tight = width < needed(table);
    if (!tight && !chosen) {
      narrow(table, width);
    }
    table.setColumnResizePolicy(
        tight
            ? TableView.UNCONSTRAINED_RESIZE_POLICY
            : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    place(table, tight);
  }

  /// Columns that were wider than the table now allows begin at what they need; what is left over
  /// is shared out among them.
  private static void narrow(TableView<?> table, double width) {
    List<? extends TableColumn<?, ?>> columns = table.getVisibleLeafColumns();
    double wanted = columns.stream().mapToDouble(TableColumn::getWidth).sum();
    if (wanted > width - SCROLL_BAR) {
      columns.stream()
          .filter(TableColumn::isResizable)
          .forEach(column -> column.setPrefWidth(column.getMinWidth()));
    }
  }

  private static double needed(TableView<?> table) {
    return SCROLL_BAR
        + table.getVisibleLeafColumns().stream()
            .mapToDouble(
                column -> column.isResizable() ? column.getMinWidth() : column.getPrefWidth())
            .sum();
  }

  /// Whoever has moved the buttons elsewhere wants them there.
  private static <T> void place(TableView<T> table, boolean tight) {
    List<TableColumn<T, ?>> columns = new ArrayList<>(table.getColumns());
    Optional<TableColumn<T, ?>> actions =
        columns.stream().filter(column -> ACTIONS.equals(column.getId())).findFirst();
    Optional<TableColumn<T, ?>> lead =
        columns.stream().filter(column -> column.getStyleClass().contains(LEAD)).findFirst();
    if (actions.isEmpty() || lead.isEmpty()) {
      return;
    }
    int now = columns.indexOf(actions.get());
    boolean last = now == columns.size() - 1;
    boolean first = now == columns.indexOf(lead.get()) + 1;
    boolean moves = tight ? last && !first : first && !last;
    if (moves) {
      columns.remove(now);
      columns.add(tight ? columns.indexOf(lead.get()) + 1 : columns.size(), actions.get());
      table.getColumns().setAll(columns);
    }
  }
}
