package dev.streamgate.console.door;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// Writes a verdict as large as its box allows, and always whole: first the headline grows smaller
/// and breaks its line, then what stands below it grows smaller.
///
/// @param box holds the two and whatever is above and below them
record VerdictFit(VBox box, Label headline, Label details) {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  /// Lower than this, there is no room for a large picture.
  private static final double COMPACT_BELOW = 400;

  private static final List<Integer> DETAIL_SIZES = List.of(22, 18, 15);
  private static final int LARGEST = 84;
  private static final int READABLE = 44;
  private static final int SMALLEST = 28;
  private static final int STEP = 4;

  /// Fits now, and again whenever the box changes its size.
  void follow() {
    box.setMinHeight(0);
    box.widthProperty().addListener(changed -> fit());
    box.heightProperty().addListener(changed -> fit());
  }

  void fit() {
    if (box.getScene() == null || box.getHeight() <= 0) {
      return;
    }
    box.pseudoClassStateChanged(COMPACT, box.getHeight() < COMPACT_BELOW);
    box.applyCss();
    for (int size : DETAIL_SIZES) {
      if (fits(size, READABLE)) {
        return;
      }
    }
    fits(DETAIL_SIZES.getLast(), SMALLEST);
  }

  /// Tries the sizes of the headline from the largest down to `least`; the last one tried stays.
  private boolean fits(int detailSize, int least) {
    write(details, detailSize);
    Insets around = box.getInsets();
    double width = box.getWidth() - around.getLeft() - around.getRight();
    double room = box.getHeight() - around.getTop() - around.getBottom() - others(width);
    for (int size = LARGEST; size >= least; size -= STEP) {
      write(headline, size);
      if (isWhole(width, room)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWhole(double width, double room) {
    Text words = new Text(headline.getText());
    words.setFont(headline.getFont());
    words.setWrappingWidth(width);
    boolean everyWord =
        headline
            .getText()
            .lines()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .allMatch(word -> isAsWide(word, width));
    return everyWord && words.getLayoutBounds().getHeight() <= room;
  }

  private boolean isAsWide(String word, double width) {
    Text text = new Text(word);
    text.setFont(headline.getFont());
    return text.getLayoutBounds().getWidth() <= width;
  }

  private double others(double width) {
    List<Node> shown = box.getChildren().stream().filter(Node::isManaged).toList();
    double heights =
        shown.stream()
            .filter(node -> !node.equals(headline))
            .mapToDouble(node -> height(node, width))
            .sum();
    return heights + box.getSpacing() * (shown.size() - 1);
  }

  private static double height(Node node, double width) {
    return node instanceof Region ? node.prefHeight(width) : node.getLayoutBounds().getHeight();
  }

  private static void write(Label label, int size) {
    label.setStyle("-fx-font-size: " + size + "px");
    label.applyCss();
  }
}
