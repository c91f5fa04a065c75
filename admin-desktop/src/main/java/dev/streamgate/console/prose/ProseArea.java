package dev.streamgate.console.prose;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A field for several lines that wrap, unless something in it is written from right to left: such
/// a line goes on to the side instead, since JavaFX breaks down where it would have to wrap.
public final class ProseArea extends TextArea {
  private static final double SLACK = 8;

  public ProseArea() {
    setWrapText(true);
    textProperty().addListener(changed -> setWrapText(!RightToLeft.isIn(getText())));
    addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
  }

  /// Tab leads on, as in every other field; nobody puts one into a description.
  private void leaveByTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      event.consume();
      requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  /// JavaFX measures lines that do not wrap in the room there is, to a pixel; the slack keeps them
  /// from wrapping even there.
  @Override
  protected void layoutChildren() {
    if (lookup(".content") instanceof Region content) {
      content.setMinWidth(
          isWrapText()
              ? USE_COMPUTED_SIZE
              : content.snappedLeftInset() + longestLine() + content.snappedRightInset() + SLACK);
    }
    super.layoutChildren();
  }

  private double longestLine() {
    return getText().lines().mapToDouble(this::width).max().orElse(0);
  }

  private double width(String line) {
    Text text = new Text(line);
    text.setFont(getFont());
    return text.getLayoutBounds().getWidth();
  }
}
