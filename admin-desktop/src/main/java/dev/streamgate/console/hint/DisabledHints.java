package dev.streamgate.console.hint;

import dev.streamgate.console.text.Catalogue;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// Says at the pointer why a disabled control cannot be used. JavaFX shows no tooltip of such a
/// control, since the pointer does not reach it; so the window looks for it by its place.
public final class DisabledHints {
  private static final Object KEY = DisabledHints.class;
  private static final double BESIDE = 14;

  private final Parent root;
  private final BooleanSupplier online;
  private final Catalogue texts;
  private final Tooltip tooltip = new Tooltip();
  private @Nullable Node explained;

  private DisabledHints(Parent root, BooleanSupplier online, Catalogue texts) {
    this.root = root;
    this.online = online;
    this.texts = texts;
  }

  /// Gives hints in a window from now on.
  ///
  /// @param root all of the window
  /// @param online whether the server answers
  public static void in(Parent root, BooleanSupplier online, Catalogue texts) {
    DisabledHints hints = new DisabledHints(root, online, texts);
    root.getProperties().put(KEY, hints);
    root.addEventFilter(MouseEvent.MOUSE_MOVED, hints::look);
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hints.hide());
    root.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, hints::hideOutside);
    root.sceneProperty().flatMap(Scene::windowProperty).subscribe(hints::leaveWith);
  }

  static Optional<DisabledHints> of(Scene scene) {
    return Optional.ofNullable((DisabledHints) scene.getRoot().getProperties().get(KEY));
  }

  /// Why a disabled control cannot be used; blank if nothing is known of it.
  String words(Node node) {
    Optional<Reason> reason = Able.reason(node);
    if (reason.isPresent() && !reason.get().isHere() && !online.getAsBoolean()) {
      return texts.get("offline");
    }
    return reason.map(this::words).orElse("");
  }

  private String words(Reason reason) {
    return switch (reason) {
      case BUSY -> texts.get("busy");
      case INCOMPLETE -> texts.get("incomplete");
      case UNCHANGED -> texts.get("unchanged");
      case NOTHING_TICKED -> texts.get("nothingTicked");
      case MANY_EVENTS -> texts.get("manyEvents");
      case NOT_SAVED -> texts.get("notSaved");
      case NO_RESULT -> texts.get("noResult");
      case FIXED -> texts.get("fixed");
      case NOT_ACKNOWLEDGED -> texts.get("notAcknowledged");
      case NOT_TYPED -> texts.get("notTyped");
      case FIRST_PAGE -> texts.get("firstPage");
      case LAST_PAGE -> texts.get("lastPage");
      case NOT_REVOCABLE -> texts.get("notRevocable");
      case SAME_SERVER -> texts.get("sameServer");
      case NOT_STARTABLE -> texts.get("notStartable");
    };
  }

  private void look(MouseEvent event) {
    Node found = disabledAt(root, event.getSceneX(), event.getSceneY());
    String words = found == null ? "" : words(found);
    if (words.isEmpty()) {
      hide();
    } else if (!Objects.equals(found, explained)) {
      hide();
      explained = found;
      tooltip.setText(words);
      tooltip.show(root, event.getScreenX() + BESIDE, event.getScreenY() + BESIDE);
    }
  }

  private void hideOutside(MouseEvent event) {
    if (root.equals(event.getTarget())) {
      hide();
    }
  }

  /// A hint must be gone before its window is.
  private void leaveWith(@Nullable Window window) {
    hide();
    if (window != null) {
      window.addEventHandler(WindowEvent.WINDOW_HIDING, event -> hide());
    }
  }

  private void hide() {
    explained = null;
    tooltip.hide();
  }

  /// The topmost control at a place, if it is disabled.
  private static @Nullable Node disabledAt(Node node, double sceneX, double sceneY) {
    if (node.isDisable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable().reversed()) {
        if (isAt(child, sceneX, sceneY)) {
          return disabledAt(child, sceneX, sceneY);
        }
      }
    }
    return null;
  }

  private static boolean isAt(Node node, double sceneX, double sceneY) {
    Point2D place = node.sceneToLocal(sceneX, sceneY);
    return node.isVisible() && !node.isMouseTransparent() && place != null && node.contains(place);
  }
}
