package dev.streamgate.console.dialog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
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
  private final Deque<Panel> open = new ArrayDeque<>();

  private record Panel(StackPane scrim, Region card, Runnable escape, @Nullable Node focusBefore) {}

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

  public boolean isOpen() {
    return !open.isEmpty();
  }

  @Override
  public void ask(Question question, Runnable yes) {
    QuestionCard card = new QuestionCard(question);
    Runnable close = open(card.root(), card.focusFirst(), card::decline);
    card.onAnswer(agreed -> {
      close.run();
      if (agreed) {
        yes.run();
      }
    });
  }

  @Override
  public Runnable open(Region card, Node focusFirst, Runnable escape) {
    Scene scene = root.getScene();
    StackPane scrim = new StackPane(card);
    scrim.getStyleClass().add("scrim");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Panel panel = new Panel(scrim, card, escape, scene == null ? null : scene.getFocusOwner());
    open.push(panel);
    root.getChildren().add(scrim);
    root.setVisible(true);
    focusFirst.requestFocus();
    return () -> close(panel);
  }

  private void close(Panel panel) {
    open.remove(panel);
    root.getChildren().remove(panel.scrim());
    root.setVisible(isOpen());
    Node before = panel.focusBefore();
    if (before != null) {
      before.requestFocus();
    }
  }

  private void escapeOnEsc(KeyEvent event) {
    Panel top = open.peek();
    if (event.getCode() == KeyCode.ESCAPE && top != null) {
      event.consume();
      top.escape().run();
    }
  }

  /// Tab leaves the last control of a panel for the window behind it; this brings it back.
  private void keepFocusIn(@Nullable Scene scene) {
    if (scene != null) {
      scene.focusOwnerProperty().addListener((_, _, owner) -> bringBack(owner));
    }
  }

  private void bringBack(@Nullable Node focused) {
    Panel top = open.peek();
    if (top != null && focused != null && !isInside(focused, top.card())) {
      top.card().lookupAll("*").stream()
          .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  private static boolean isInside(Node node, Node ancestor) {
    return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).anyMatch(ancestor::equals);
  }
}
