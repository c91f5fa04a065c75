package dev.streamgate.console.print;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A table as pages of a given size, each with the title, the column heads and its number.
final class PrintedPages {
  private static final double ROW = 16;
  private static final double HEAD = 60;
  private static final String INK = "-fx-text-fill: black; -fx-font-size: 9px;";

  private final PrintTable table;
  private final double width;
  private final int rowsOnPage;

  PrintedPages(PrintTable table, double width, double height) {
    this.table = table;
    this.width = width;
    this.rowsOnPage = Math.max(1, (int) ((height - HEAD) / ROW));
  }

  int count() {
    return Math.max(1, (table.rows().size() + rowsOnPage - 1) / rowsOnPage);
  }

  /// A page, counted from 1.
  Region page(int number) {
    int from = Math.min(table.rows().size(), (number - 1) * rowsOnPage);
    int to = Math.min(table.rows().size(), from + rowsOnPage);
    VBox page = new VBox(heading(number), line(table.columns(), true));
    table.rows().subList(from, to).forEach(row -> page.getChildren().add(line(row, false)));
    page.setPrefWidth(width);
    page.setStyle("-fx-background-color: white;");
    return page;
  }

  private HBox heading(int number) {
    Label title = new Label(table.title());
    title.setStyle("-fx-text-fill: black; -fx-font-size: 14px; -fx-font-weight: bold;");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label where = new Label(number + " / " + count());
    where.setStyle(INK);
    HBox heading = new HBox(title, gap, where);
    heading.setMinHeight(2 * ROW);
    return heading;
  }

  private HBox line(List<String> cells, boolean head) {
    HBox line = new HBox();
    for (int i = 0; i < cells.size(); i++) {
      Label cell = new Label(cells.get(i));
      cell.setStyle(head ? INK + " -fx-font-weight: bold;" : INK);
      cell.setMinWidth(width * table.shares().get(i));
      cell.setMaxWidth(width * table.shares().get(i));
      line.getChildren().add(cell);
    }
    line.setMinHeight(ROW);
    return line;
  }
}
