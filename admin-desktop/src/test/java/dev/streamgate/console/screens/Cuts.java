package dev.streamgate.console.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.chart.Chart;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// What a person cannot see whole: texts that end in dots, and controls that stick out of the
/// window or of what holds them.
final class Cuts {
  private static final double HAIR = 1;

  /// A heading and two rows: less is no table.
  private static final double LEAST_TABLE = 110;

  private static final double LEAST_VIEW = 80;

  private final Bounds window;
  private final List<String> found = new ArrayList<>();

  private Cuts(Bounds window) {
    this.window = window;
  }

  /// What is cut in the panel on top, or in the window if there is none.
  static List<String> in(Scene scene) {
    Cuts cuts = new Cuts(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
    cuts.look(top(scene));
    return cuts.found;
  }

  private static Node top(Scene scene) {
    Node layer = scene.lookup("#dialogLayer");
    boolean open = layer instanceof Parent && layer.isVisible();
    return open ? ((Parent) layer).getChildrenUnmodifiable().getLast() : scene.getRoot();
  }

  private void look(Node node) {
    if (!node.isVisible() || node instanceof Chart) {
      return;
    }
    if (node instanceof Labeled labeled) {
      lookAtWords(labeled);
    }
    if (node instanceof TextField field) {
      lookAtPrompt(field);
    }
    if (node instanceof Control && !scrolls(node)) {
      lookAtPlace(node);
    }
    if (node instanceof HBox || node instanceof VBox || node instanceof FlowPane) {
      lookAtChildren((Region) node);
    }
    if (node instanceof TableView<?> table) {
      lookAtColumns(table);
    }
    if (node instanceof TableView<?> table && table.getHeight() < LEAST_TABLE) {
      found.add("table of no use: " + table.getId() + " " + table.getHeight());
    }
    if (node instanceof ScrollPane pane && !(node.getParent() instanceof TextInputControl)) {
      lookAtView(pane);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::look);
    }
  }

  private void lookAtWords(Labeled labeled) {
    String meant = Objects.requireNonNullElse(labeled.getText(), "");
    boolean cut =
        labeled.getChildrenUnmodifiable().stream()
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .anyMatch(text -> endsInDots(text.getText()) && !endsInDots(meant));
    boolean told =
        labeled.getTooltip() != null
            && labeled.getTooltip().getText().equals(meant)
            && isLong(meant);
    if (cut && !told) {
      found.add("cut: “" + meant + "” " + name(labeled) + " " + labeled.getWidth());
    }
  }

  /// Only what somebody wrote freely may be cut, and then a tooltip has it whole.
  private static boolean isLong(String text) {
    return text.length() > 20;
  }

  private static boolean endsInDots(String text) {
    return text.endsWith("...") || text.endsWith("…");
  }

  private void lookAtPrompt(TextField field) {
    Text prompt = new Text(Objects.requireNonNullElse(field.getPromptText(), ""));
    prompt.setFont(field.getFont());
    double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
    if (field.getText().isEmpty() && prompt.getLayoutBounds().getWidth() > room + HAIR) {
      found.add("prompt cut: “" + prompt.getText() + "” " + name(field) + " " + room);
    }
  }

  private void lookAtPlace(Node node) {
    Bounds place = node.localToScene(node.getLayoutBounds());
    if (!within(place, window)) {
      found.add("out of the window: " + name(node) + " " + place);
    }
  }

  /// A table with rows whose columns do not fit must have a bar to scroll by.
  private void lookAtColumns(TableView<?> table) {
    double columns = table.getVisibleLeafColumns().stream().mapToDouble(it -> it.getWidth()).sum();
    boolean scrolls =
        table.lookupAll(".scroll-bar").stream()
            .filter(ScrollBar.class::isInstance)
            .map(ScrollBar.class::cast)
            .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
    if (columns > table.getWidth() + HAIR && !scrolls && !table.getItems().isEmpty()) {
      found.add("columns cut: %s %.0f of %.0f".formatted(table.getId(), table.getWidth(), columns));
    }
  }

  private void lookAtView(ScrollPane pane) {
    double needed = pane.getContent() == null ? 0 : pane.getContent().getLayoutBounds().getHeight();
    double shown = pane.getViewportBounds().getHeight();
    if (shown < Math.min(needed, LEAST_VIEW)) {
      found.add("nothing to scroll in: " + name(pane) + " " + shown);
    }
  }

  private void lookAtChildren(Region parent) {
    Bounds room = parent.getLayoutBounds();
    parent.getChildrenUnmodifiable().stream()
        .filter(child -> child.isVisible() && child.isManaged())
        .filter(child -> !within(place(child), room))
        .forEach(child ->
            found.add(
                "sticks out: %s of %s: %s of %s"
                    .formatted(name(child), name(parent), place(child), room)));
  }

  /// Where a node lies; what its text has beyond that are blanks at the ends of lines.
  private static Bounds place(Node node) {
    return node.localToParent(node.getLayoutBounds());
  }

  private static boolean within(Bounds inner, Bounds outer) {
    return inner.getMinX() >= outer.getMinX() - HAIR
        && inner.getMinY() >= outer.getMinY() - HAIR
        && inner.getMaxX() <= outer.getMaxX() + HAIR
        && inner.getMaxY() <= outer.getMaxY() + HAIR;
  }

  /// What lies in something that scrolls can be brought into view.
  private static boolean scrolls(Node node) {
    return Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent)
        .anyMatch(parent ->
            parent instanceof ScrollPane
                || parent instanceof TableView<?>
                || parent instanceof ListView<?>
                || parent instanceof TextInputControl);
  }

  private static String name(Node node) {
    String words = node instanceof Labeled labeled ? labeled.getText() : "";
    return "%s#%s.%s “%s”"
        .formatted(
            node.getClass().getSimpleName(),
            node.getId(),
            String.join(".", node.getStyleClass()),
            words);
  }
}
