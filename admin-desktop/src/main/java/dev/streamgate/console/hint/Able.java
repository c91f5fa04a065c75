package dev.streamgate.console.hint;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/// The only way a control of this console is disabled: together with the reason. `DisabledHints`
/// shows it at the pointer, and screen readers find it as the control's help.
public final class Able {
  private static final Object REASON = Reason.class;

  private Able() {}

  /// Enables a control exactly while the server answers and nothing else is being done.
  public static void when(Node node, ObservableBooleanValue condition) {
    when(node, condition, Reason.BUSY);
  }

  /// Enables a control exactly while `condition` holds.
  public static void when(Node node, ObservableBooleanValue condition, Reason otherwise) {
    node.disableProperty().bind(Bindings.not(condition));
    explain(node, otherwise);
  }

  /// Enables or disables a control for now.
  public static void set(Node node, boolean able, Reason otherwise) {
    node.disableProperty().unbind();
    node.setDisable(!able);
    explain(node, otherwise);
  }

  static Optional<Reason> reason(Node node) {
    return Optional.ofNullable((Reason) node.getProperties().get(REASON));
  }

  private static void explain(Node node, Reason reason) {
    node.getProperties().put(REASON, reason);
    node.accessibleHelpProperty()
        .bind(
            Bindings.createStringBinding(
                () -> node.isDisabled() ? words(node) : "",
                node.disabledProperty(),
                node.sceneProperty()));
  }

  private static String words(Node node) {
    Scene scene = node.getScene();
    return scene == null ? "" : DisabledHints.of(scene).map(hints -> hints.words(node)).orElse("");
  }
}
