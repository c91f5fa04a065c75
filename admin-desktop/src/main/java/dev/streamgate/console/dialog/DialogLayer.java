package dev.streamgate.console.dialog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Panels over the window, the last opened on top. While one is open it keeps clicks and the
/// keyboard to itself; Esc does what the panel says.
public final class DialogLayer implements Dialogs, Panels {
  private final StackPane root = new StackPane();
  private final Deque<Opened> open = new ArrayDeque<>();

  private record Opened(Node scrim, Panel panel) {}

  public DialogLayer() {
    root.setId("dialogLayer");
    root.setVisible(false);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::escapeOnEsc);
    root.sceneProperty().addListener((_, _, scene) -> keepFocusIn(scene));
  }

  /// The node to lay over the window.
  public Region root() {
    return root;
  }

  @Override
  public void choose(Question question, Consumer<Boolean> answer) {
    open(remove -> {
      QuestionCard card = new QuestionCard(question);
      card.onAnswer(agreed -> {
        remove.run();
        answer.accept(agreed);
      });
      return new Panel(card.root(), card.focusFirst(), card::decline);
    });
  }

  @Override
  public void open(Function<Runnable, Panel> build) {
    StackPane scrim = new StackPane();
    Scene scene = root.getScene();
    Node focusBefore = scene == null ? null : scene.getFocusOwner();
    Panel panel = build.apply(() -> close(scrim, focusBefore));
    panel.card().setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    scrim.getStyleClass().add("scrim");
    scrim.getChildren().add(panel.card());
    open.push(new Opened(scrim, panel));
    root.getChildren().add(scrim);
    root.setVisible(true);
    // What scrolls takes in its content only now, and only what is in the window takes the focus.
    root.applyCss();
    root.layout();
    panel.focusFirst().requestFocus();
  }

  /// Whether any panel is open.
  public boolean isOpen() {
    return !open.isEmpty();
  }

  /// Whether something is typed in a panel that would be lost with the window.
  public boolean isTouched() {
    return open.stream().anyMatch(opened -> opened.panel().touched().getAsBoolean());
  }

  private void close(Node scrim, @Nullable Node focusBefore) {
    open.removeIf(opened -> opened.scrim().equals(scrim));
    root.getChildren().remove(scrim);
    root.setVisible(!open.isEmpty());
    if (focusBefore != null) {
      focusBefore.requestFocus();
    }
  }

  private void escapeOnEsc(KeyEvent event) {
    Opened top = open.peek();
    if (event.getCode() == KeyCode.ESCAPE && top != null) {
      event.consume();
      top.panel().escape().run();
    }
  }

  /// Tab leaves the last control of a panel for the window behind it; this brings it back.
  private void keepFocusIn(@Nullable Scene scene) {
    if (scene != null) {
      scene.focusOwnerProperty().addListener((_, _, owner) -> bringBack(owner));
    }
  }

  private void bringBack(@Nullable Node focused) {
    Opened top = open.peek();
    if (top != null && focused != null && !isInside(focused, top.panel().card())) {
      top.panel().card().lookupAll("*").stream()
          .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  private static boolean isInside(Node node, Node ancestor) {
    return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).anyMatch(ancestor::equals);
  }
}
