package dev.streamgate.console.door;

import dev.streamgate.console.screen.ScreenView;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screen "Door". The field keeps the focus whatever happens.
public final class DoorView implements ScreenView {
  private final DoorViewModel model;
  private final String releaseText;

  @FXML private VBox door;
  @FXML private TextField doorCode;
  @FXML private VBox doorVerdict;
  @FXML private FontIcon icon;
  @FXML private Label headline;
  @FXML private Label details;
  @FXML private Button doorRelease;
  @FXML private FlowPane doorHistory;

  private boolean inView;

  /// The screen over its model.
  ///
  /// @param releaseText what the button that frees a seat says, with its shortcut
  public DoorView(DoorViewModel model, String releaseText) {
    this.model = model;
    this.releaseText = releaseText;
  }

  @FXML
  private void initialize() {
    doorCode.textProperty().bindBidirectional(model.inputProperty());
    doorCode.addEventFilter(KeyEvent.KEY_TYPED, this::beforeKey);
    doorCode.setOnAction(event -> model.enter());
    doorCode
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            keepFocus();
          }
        });
    door.setOnMouseClicked(event -> doorCode.requestFocus());
    doorRelease.setText(releaseText);
    fit().follow();
    model.verdictProperty().subscribe(this::show);
    model.history().subscribe(this::showHistory);
  }

  @Override
  public void shown() {
    inView = true;
    model.begin();
    doorCode.requestFocus();
  }

  @Override
  public void hidden() {
    inView = false;
    model.clear();
  }

  @Override
  public void refresh() {
    model.begin();
    doorCode.requestFocus();
  }

  @Override
  public void reload() {
    model.release();
  }

  @FXML
  private void onRelease() {
    model.release();
    doorCode.requestFocus();
  }

  private void beforeKey(KeyEvent event) {
    if (!event.getCharacter().isBlank() && !event.isShortcutDown()) {
      model.beforeKey();
    }
  }

  /// A dialog over the window may have the focus; nothing of the screen itself may.
  private void keepFocus() {
    Node owner = doorCode.getScene() == null ? null : doorCode.getScene().getFocusOwner();
    boolean within =
        owner != null
            && Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(door::equals);
    if (inView && within) {
      doorCode.requestFocus();
    }
  }

  private void show(DoorVerdict verdict) {
    Arrays.stream(DoorVerdict.Tone.values())
        .forEach(tone -> doorVerdict.getStyleClass().remove(tone.style()));
    doorVerdict.getStyleClass().add(verdict.tone().style());
    icon.setIconLiteral(verdict.tone().icon());
    headline.setText(verdict.headline());
    details.setText(verdict.details());
    details.setManaged(!verdict.details().isEmpty());
    boolean releasable = verdict.released().isPresent();
    doorRelease.setVisible(releasable);
    doorRelease.setManaged(releasable);
    fit().fit();
    doorVerdict.setAccessibleText(verdict.headline() + ". " + verdict.details());
  }

  private VerdictFit fit() {
    return new VerdictFit(doorVerdict, headline, details);
  }

  private void showHistory() {
    doorHistory.getChildren().setAll(model.history().stream().map(DoorView::entry).toList());
  }

  private static Label entry(String text) {
    Label entry = new Label(text);
    entry.getStyleClass().add("door-entry");
    return entry;
  }
}
