package dev.streamgate.console;

import dev.streamgate.console.dashboard.ViewerHistory;
import dev.streamgate.console.host.HostViewModel;
import dev.streamgate.console.preferences.Preferences.WindowPlace;
import dev.streamgate.console.shell.Breakdowns;
import dev.streamgate.console.signin.SignInViewModel.SignedIn;
import dev.streamgate.console.text.Catalogues;
import dev.streamgate.console.theme.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Makes every part of the console, in the order they need each other, and opens the window.
public final class ConsoleWiring {
  private static final double COMFORTABLE_WIDTH = 1440;
  private static final double COMFORTABLE_HEIGHT = 900;
  private static final double TITLE_HEIGHT = 40;
  private static final double SMALLEST_WIDTH = 960;
  private static final double SMALLEST_HEIGHT = 640;

  private final Stage stage;
  private final Surroundings outside;
  private final HostViewModel host;
  private final ViewerHistory history;
  private final Scene scene;
  private final Breakdowns breakdowns = new Breakdowns();

  /// Where the window was; empty if nobody would see it there any more.
  private final Optional<WindowPlace> remembered;

  private WindowWiring window;

  public ConsoleWiring(Stage stage, Surroundings outside) {
    this.stage = stage;
    this.outside = outside;
    history = new ViewerHistory(outside.place().now());
    String language = outside.place().language();
    host =
        new HostViewModel(
            outside.program(),
            new HostViewModel.Tools(
                outside.apis().portal(), outside.tasks(), outside.preferences(), outside.desktop()),
            Path.of(System.getProperty("user.home"), "StreamGate"),
            Catalogues.in(language).of(HostViewModel.class));
    window = wired(language);
    remembered = outside.preferences().window().filter(ConsoleWiring::isOnScreen);
    WindowPlace place = remembered.orElseGet(ConsoleWiring::firstPlace);
    scene = new Scene(window.root(), place.width(), place.height());
  }

  /// Opens the window with the sign-in. Must be called on the JavaFX application thread.
  public void start() {
    Theme.dress(scene);
    open();
    window.begin();
  }

  /// Tells whoever uses the window of what broke in it outside of any task. Must be called on the
  /// JavaFX application thread.
  public void brokeDown(Throwable failure) {
    window.tell(breakdowns, failure, outside.desktop().clipboard());
  }

  /// The whole window in another language, at the same place.
  private void speak(Locale language) {
    Optional<SignedIn> session = window.close();
    window = wired(language.toLanguageTag());
    scene.setRoot(window.root());
    window.goOn(session);
  }

  private WindowWiring wired(String language) {
    return new WindowWiring(outside, language, host, history, this::speak);
  }

  private void open() {
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
    stage.setOnCloseRequest(event -> {
      if (!window.leaving().mayClose(stage::hide)) {
        event.consume();
      }
    });
    stage.setOnHiding(event -> rememberPlace());
    stage.show();
  }

  /// A screen may have been unplugged since.
  private static boolean isOnScreen(WindowPlace place) {
    return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), TITLE_HEIGHT)
        .isEmpty();
  }

  /// As large as is comfortable, but no larger than the screen with the window's frame.
  private static WindowPlace firstPlace() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    return new WindowPlace(
        0,
        0,
        Math.min(COMFORTABLE_WIDTH, room.getWidth()),
        Math.min(COMFORTABLE_HEIGHT, room.getHeight() - TITLE_HEIGHT));
  }

  /// Written while the window closes, when nothing waits for the UI thread any more.
  private void rememberPlace() {
    outside
        .preferences()
        .rememberWindow(
            new WindowPlace(stage.getX(), stage.getY(), scene.getWidth(), scene.getHeight()));
  }
}
