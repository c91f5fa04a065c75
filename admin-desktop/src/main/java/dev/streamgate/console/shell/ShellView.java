package dev.streamgate.console.shell;

import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffRole;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The frame of the window: sidebar, connection band, the screen in view, the strip of running
/// tasks and the status line.
public final class ShellView {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final ShellViewModel model;
  private final Catalogue texts;
  private final Function<Destination, Views.Loaded<? extends ScreenView>> screens;
  private final Foot foot;
  private final Shortcuts shortcuts;

  @FXML private BorderPane shell;
  @FXML private VBox sidebar;
  @FXML private VBox navigation;
  @FXML private Label user;
  @FXML private Label role;
  @FXML private HBox connectionBand;
  @FXML private Label bandText;
  @FXML private StackPane screenArea;
  @FXML private VBox taskStrip;
  @FXML private Label server;
  @FXML private Label freshness;
  @FXML private Label running;
  @FXML private HBox statusLine;
  @FXML private Label notice;
  @FXML private Hyperlink noticeAction;
  @FXML private Button doorSignOut;

  /// What the foot of the sidebar leads to.
  public record Foot(Runnable keys, Runnable host, Runnable signOut) {}

  public ShellView(
      ShellViewModel model,
      Catalogue texts,
      Function<Destination, Views.Loaded<? extends ScreenView>> screens,
      Foot foot) {
    this.model = model;
    this.texts = texts;
    this.screens = screens;
    this.foot = foot;
    this.shortcuts = new Shortcuts(model, this::inView, this::goTo, foot.keys());
  }

  @FXML
  private void initialize() {
    user.textProperty().bind(model.userProperty());
    server.textProperty().bind(model.serverProperty());
    freshness.textProperty().bind(model.freshness());
    running.textProperty().bind(model.running());
    bandText.textProperty().bind(model.bandText());
    model.roleProperty().subscribe(this::showRole);
    Shown.when(connectionBand, model.connection().onlineProperty().not());
    model.connection().onlineProperty().subscribe(this::greyUnless);
    model.status().noticeProperty().subscribe(this::say);
    model.currentProperty().addListener((_, before, now) -> show(before, now));
    model.refreshBy(
        () -> inView().ifPresent(ScreenView::refresh),
        following -> inView().ifPresent(view -> view.tick(following)));
    model.live().listen(message -> inView().ifPresent(view -> view.told(message)));
    new TaskStrip(taskStrip, texts).follow(model.work().jobs());
    shell.addEventHandler(KeyEvent.KEY_PRESSED, shortcuts::handle);
  }

  @FXML
  private void onSignOut() {
    foot.signOut().run();
  }

  @FXML
  private void onTryNow() {
    model.connection().tryNow();
  }

  @FXML
  private void onHelp() {
    foot.keys().run();
  }

  @FXML
  private void onHost() {
    foot.host().run();
  }

  /// A door account has one screen and the whole window for it. There is one way to sign out at a
  /// time, and it has one id.
  private void showRole(StaffRole now) {
    boolean doorOnly = now == StaffRole.DOOR;
    role.setText(model.label(now));
    shell.setLeft(doorOnly ? null : sidebar);
    statusLine.getChildren().remove(doorSignOut);
    if (doorOnly) {
      statusLine.getChildren().add(doorSignOut);
    }
    Sidebar entries = new Sidebar(model.currentProperty(), texts, this::goTo);
    navigation.getChildren().setAll(entries.entries(now));
  }

  /// Shows a screen; the one in view already goes back to where it begins.
  private void goTo(Destination destination) {
    if (model.currentProperty().get() == destination) {
      screens.apply(destination).view().home();
    }
    model.currentProperty().set(destination);
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

  private void say(StatusLine.Notice said) {
    notice.setText(said.text());
    notice.pseudoClassStateChanged(WARNING, said.warning());
    noticeAction.setText(said.actionLabel());
    noticeAction.setVisible(said.hasAction());
    noticeAction.setManaged(said.hasAction());
    noticeAction.setOnAction(event -> said.action().run());
  }
}
