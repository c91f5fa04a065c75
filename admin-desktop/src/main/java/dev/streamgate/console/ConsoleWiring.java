package dev.streamgate.console;

import dev.streamgate.console.preferences.Preferences.WindowPlace;
import dev.streamgate.console.shell.ShellView;
import dev.streamgate.console.shell.ShellViewModel;
import dev.streamgate.console.shell.WindowView;
import dev.streamgate.console.shell.WindowViewModel;
import dev.streamgate.console.theme.Theme;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Makes every part of the console, in the order they need each other, and opens the window.
public final class ConsoleWiring {
  private static final WindowPlace FIRST_SIZE = new WindowPlace(0, 0, 1440, 900);
  private static final double SMALLEST_WIDTH = 960;
  private static final double SMALLEST_HEIGHT = 640;

  private final Stage stage;
  private final Surroundings outside;
  private final SharedParts shared;

  public ConsoleWiring(Stage stage, Surroundings outside) {
    this.stage = stage;
    this.outside = outside;
    this.shared = SharedParts.make(outside);
  }

  /// Opens the window with the sign-in. Must be called on the JavaFX application thread.
  public void start() {
    EntranceWiring entrance = new EntranceWiring(outside, shared);
    ShellViewModel shell =
        new ShellViewModel(
            outside.apis().staff(),
            shared.calls(),
            shared.status(),
            shared.texts(ShellViewModel.class),
            shared.formats());
    WindowViewModel window =
        new WindowViewModel(
            entrance.signIn(),
            entrance.passwordChange(),
            shell,
            outside.preferences(),
            outside.tasks(),
            shared.texts(WindowViewModel.class));
    shared.calls().onSignInEnded(window::signInEnded);
    WindowView view =
        new WindowView(
            shared.dialogs(), frameOf(shell), entrance::signInForm, entrance.passwordForm());
    open(view.root());
    view.follow(window);
  }

  private Parent frameOf(ShellViewModel shell) {
    ScreenWiring screens = new ScreenWiring(outside, shared, shell);
    return shared
        .views()
        .load(
            ShellView.class, () -> new ShellView(shell, shared.texts(ShellView.class), screens::at))
        .root();
  }

  private void open(Parent root) {
    Optional<WindowPlace> remembered = outside.preferences().window();
    WindowPlace place = remembered.orElse(FIRST_SIZE);
    Scene scene = new Scene(root, place.width(), place.height());
    Theme.dress(scene);
    stage.setScene(scene);
    stage.setTitle("StreamGate");
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    remembered.ifPresentOrElse(
        known -> {
          stage.setX(known.x());
          stage.setY(known.y());
        },
        stage::centerOnScreen);
    stage.setOnHiding(event -> rememberPlace(scene));
    stage.show();
  }

  /// Written while the window closes, when nothing waits for the UI thread any more.
  private void rememberPlace(Scene scene) {
    outside
        .preferences()
        .rememberWindow(
            new WindowPlace(stage.getX(), stage.getY(), scene.getWidth(), scene.getHeight()));
  }
}
