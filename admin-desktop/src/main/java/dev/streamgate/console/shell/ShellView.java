package dev.streamgate.console.shell;

import dev.streamgate.console.connection.StatusLine.Notice;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.text.Catalogue;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame of the window: sidebar, connection band, the screen in view and the status line.
public final class ShellView {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final ShellViewModel model;
  private final Catalogue texts;
  private final Function<Destination, Loaded<? extends ScreenView>> screens;
  private final Shortcuts shortcuts;

  @FXML private BorderPane shell;
  @FXML private VBox navigation;
  @FXML private Label user;
  @FXML private Label role;
  @FXML private HBox connectionBand;
  @FXML private Label bandText;
  @FXML private StackPane screenArea;
  @FXML private Label server;
  @FXML private Label freshness;
  @FXML private Label notice;
  @FXML private Hyperlink noticeAction;

  public ShellView(
      ShellViewModel model,
      Catalogue texts,
      Function<Destination, Loaded<? extends ScreenView>> screens) {
    this.model = model;
    this.texts = texts;
    this.screens = screens;
    this.shortcuts = new Shortcuts(model.currentProperty(), this::inView);
  }

  @FXML
  private void initialize() {
    navigation.getChildren().setAll(new Sidebar(model.currentProperty(), texts).entries());
    user.textProperty().bind(model.userProperty());
    role.textProperty().bind(model.roleProperty());
    server.textProperty().bind(model.serverProperty());
    freshness.textProperty().bind(model.freshness());
    bandText.textProperty().bind(model.bandText());
    Shown.when(connectionBand, model.connection().onlineProperty().not());
    model.connection().onlineProperty().subscribe(this::greyUnless);
    model.status().noticeProperty().subscribe(this::say);
    model.currentProperty().addListener((_, before, now) -> show(before, now));
    model.refreshBy(() -> inView().ifPresent(ScreenView::refresh));
    shell.addEventHandler(KeyEvent.KEY_PRESSED, shortcuts::handle);
  }

  @FXML
  private void onSignOut() {
    model.signOut();
  }

  @FXML
  private void onTryNow() {
    model.connection().tryNow();
  }

  private Optional<ScreenView> inView() {
    return Optional.ofNullable(model.currentProperty().get())
        .map(destination -> screens.apply(destination).view());
  }

  private void show(@Nullable Destination before, @Nullable Destination now) {
    if (before != null) {
      screens.apply(before).view().hidden();
    }
    if (now == null) {
      screenArea.getChildren().clear();
    } else {
      screenArea.getChildren().setAll(screens.apply(now).root());
      screens.apply(now).view().shown();
    }
  }

  private void greyUnless(boolean online) {
    screenArea.pseudoClassStateChanged(STALE, !online);
  }

  private void say(Notice said) {
    notice.setText(said.text());
    notice.pseudoClassStateChanged(WARNING, said.warning());
    noticeAction.setText(said.actionLabel());
    noticeAction.setVisible(said.hasAction());
    noticeAction.setManaged(said.hasAction());
    noticeAction.setOnAction(event -> said.action().run());
  }
}
