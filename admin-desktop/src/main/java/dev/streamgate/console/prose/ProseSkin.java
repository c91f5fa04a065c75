package dev.streamgate.console.prose;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Draws prose piece by piece: JavaFX breaks lines between pieces of a flow without trouble, so it
/// is never left to break one within a piece. The icon, if there is one, stands before the text.
final class ProseSkin extends SkinBase<Prose> {
  private TextFlow flow = new TextFlow();
  private double longest;

  ProseSkin(Prose prose) {
    super(prose);
    registerChangeListener(prose.textProperty(), changed -> write());
    registerChangeListener(prose.fontProperty(), changed -> write());
    registerChangeListener(prose.graphicProperty(), changed -> write());
    write();
  }

  /// Each text and each font has a flow of its own: a flow asked for its bounds between such a
  /// change and the next layout would break its new pieces at the old width.
  private void write() {
    Prose prose = getSkinnable();
    List<String> pieces = ProsePieces.of(Objects.requireNonNullElse(prose.getText(), "")).pieces();
    flow = new TextFlow();
    flow.textAlignmentProperty().bind(prose.textAlignmentProperty());
    flow.setMouseTransparent(true);
    flow.getChildren().setAll(pieces.stream().map(this::piece).toList());
    longest = longest(pieces, prose.getFont());
    getChildren().setAll(flow);
    Node graphic = prose.getGraphic();
    if (graphic != null) {
      getChildren().addFirst(graphic);
    }
    prose.requestLayout();
  }

  private Text piece(String words) {
    Text piece = new Text(words);
    // Bound, so that a font that CSS hands down does not come to it by another way.
    piece.fontProperty().bind(new SimpleObjectProperty<>(getSkinnable().getFont()));
    piece.fillProperty().bind(getSkinnable().textFillProperty());
    return piece;
  }

  /// A line is never narrower than the longest piece written from right to left; in less room, that
  /// piece sticks out. All others may be broken anywhere.
  private static double longest(List<String> pieces, Font font) {
    return pieces.stream()
        .filter(RightToLeft::isIn)
        .mapToDouble(piece -> widthOf(piece, font))
        .max()
        .orElse(0);
  }

  /// How wide a text is on one line.
  static double widthOf(String words, Font font) {
    Text line = new Text(words);
    line.setFont(font);
    return Math.ceil(line.getLayoutBounds().getWidth()) + 2;
  }

  private double iconWidth() {
    Node graphic = getSkinnable().getGraphic();
    return graphic == null ? 0 : graphic.prefWidth(-1) + getSkinnable().getGraphicTextGap();
  }

  @Override
  protected double computeMinWidth(double h, double top, double right, double bottom, double left) {
    return left + right + iconWidth();
  }

  @Override
  protected double computePrefWidth(
      double h, double top, double right, double bottom, double left) {
    return left + iconWidth() + Math.ceil(flow.prefWidth(-1)) + right;
  }

  @Override
  protected double computePrefHeight(
      double w, double top, double right, double bottom, double left) {
    Node graphic = getSkinnable().getGraphic();
    double icon = graphic == null ? 0 : graphic.prefHeight(-1);
    double width = w < 0 ? getSkinnable().getPrefWidth() : w;
    double text = width < 0 ? flow.prefHeight(-1) : flow.prefHeight(room(width - left - right));
    return top + Math.max(icon, text) + bottom;
  }

  @Override
  protected double computeMinHeight(
      double w, double top, double right, double bottom, double left) {
    return computePrefHeight(w, top, right, bottom, left);
  }

  @Override
  protected double computeMaxWidth(double h, double top, double right, double bottom, double left) {
    return getSkinnable().prefWidth(h);
  }

  @Override
  protected double computeMaxHeight(
      double w, double top, double right, double bottom, double left) {
    return getSkinnable().prefHeight(w);
  }

  @Override
  protected void layoutChildren(double x, double y, double w, double h) {
    Node graphic = getSkinnable().getGraphic();
    double icon = iconWidth();
    double lines = room(w);
    double height = flow.prefHeight(lines);
    if (graphic != null) {
      graphic.autosize();
      graphic.relocate(x, y + Math.max(0, (h - graphic.prefHeight(-1)) / 2));
    }
    flow.resizeRelocate(x + icon, y + Math.max(0, (h - height) / 2), lines, height);
  }

  private double room(double width) {
    return Math.max(width - iconWidth(), longest);
  }
}
