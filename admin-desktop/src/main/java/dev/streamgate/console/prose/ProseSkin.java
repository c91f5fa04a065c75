package dev.streamgate.console.prose;

import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Draws prose piece by piece: JavaFX breaks lines between pieces of a flow without trouble, so it
/// is never left to break one within a piece. The icon, if there is one, stands before the text.
final class ProseSkin extends SkinBase<Prose> {
  private final TextFlow flow = new TextFlow();
  private double longest;

  ProseSkin(Prose prose) {
    super(prose);
    flow.textAlignmentProperty().bind(prose.textAlignmentProperty());
    flow.setMouseTransparent(true);
    registerChangeListener(prose.textProperty(), changed -> write());
    registerChangeListener(prose.fontProperty(), changed -> measure());
    registerChangeListener(prose.graphicProperty(), changed -> write());
    write();
  }

  private void write() {
    flow.getChildren()
        .setAll(
            ProsePieces.of(getSkinnable().getText()).pieces().stream().map(this::piece).toList());
    Node graphic = getSkinnable().getGraphic();
    getChildren().setAll(flow);
    if (graphic != null) {
      getChildren().addFirst(graphic);
    }
    measure();
  }

  private Text piece(String words) {
    Text piece = new Text(words);
    piece.fontProperty().bind(getSkinnable().fontProperty());
    piece.fillProperty().bind(getSkinnable().textFillProperty());
    return piece;
  }

  /// A line is never narrower than the longest piece written from right to left; in less room, that
  /// piece sticks out. All others may be broken anywhere.
  private void measure() {
    longest =
        flow.getChildren().stream()
            .filter(piece -> RightToLeft.isIn(((Text) piece).getText()))
            .mapToDouble(piece -> Math.ceil(piece.getLayoutBounds().getWidth()) + 1)
            .max()
            .orElse(0);
    getSkinnable().requestLayout();
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
    double text = w < 0 ? flow.prefHeight(-1) : flow.prefHeight(room(w - left - right));
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
