package dev.streamgate.console.screen;

import dev.streamgate.console.text.Catalogue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One region for each state of a screen, of which exactly one is visible. FXML gives `content` and
/// `empty`; loading, failed and disconnected look the same everywhere.
public final class ScreenFrame extends StackPane {
  private @Nullable Node content;
  private @Nullable Node empty;

  public @Nullable Node getContent() {
    return content;
  }

  public void setContent(Node content) {
    this.content = content;
    content.setId("stateContent");
  }

  public @Nullable Node getEmpty() {
    return empty;
  }

  public void setEmpty(Node empty) {
    this.empty = empty;
    empty.setId("stateEmpty");
  }

  /// Shows what `status` says from now on.
  public void follow(ScreenStatus status, Runnable tryAgain) {
    Catalogue texts = status.texts();
    add(status, ScreenState.LOADING, loading(texts));
    add(status, ScreenState.EMPTY, empty);
    add(status, ScreenState.CONTENT, content);
    add(status, ScreenState.FAILED, failed(status, texts, tryAgain));
    add(status, ScreenState.DISCONNECTED, disconnected(texts, tryAgain));
  }

  private void add(ScreenStatus status, ScreenState state, @Nullable Node region) {
    if (region != null) {
      region.visibleProperty().bind(status.stateProperty().isEqualTo(state));
      region.managedProperty().bind(region.visibleProperty());
      getChildren().add(region);
    }
  }

  private static Node loading(Catalogue texts) {
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.getStyleClass().add("loading-wheel");
    return message("stateLoading", wheel, new Label(texts.get("loading")));
  }

  private static Node failed(ScreenStatus status, Catalogue texts, Runnable tryAgain) {
    Label reason = new Label();
    reason.textProperty().bind(status.messageProperty());
    return message(
        "stateFailed",
        new FontIcon("fth-alert-triangle"),
        heading(texts.get("failed")),
        reason,
        tryAgainButton(texts, tryAgain));
  }

  private static Node disconnected(Catalogue texts, Runnable tryAgain) {
    return message(
        "stateDisconnected",
        new FontIcon("fth-wifi-off"),
        heading(texts.get("disconnected")),
        new Label(texts.get("disconnectedHint")),
        tryAgainButton(texts, tryAgain));
  }

  private static Button tryAgainButton(Catalogue texts, Runnable tryAgain) {
    Button button = new Button(texts.get("tryAgain"));
    button.setOnAction(event -> tryAgain.run());
    return button;
  }

  private static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("state-heading");
    return heading;
  }

  private static VBox message(String id, Node... parts) {
    VBox box = new VBox(parts);
    box.setId(id);
    box.getStyleClass().add("state-message");
    return box;
  }
}
