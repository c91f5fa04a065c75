package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.ConsoleWiring;
import dev.streamgate.console.Surroundings;
import dev.streamgate.console.stand.FakeDesktop;
import dev.streamgate.console.stand.FakeProgram;
import dev.streamgate.console.stand.FakeServer;
import dev.streamgate.console.stand.MemoryPreferences;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.console.stand.TestTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole console behind its real wiring on a headless toolkit, over a fake server; time passes
/// only when the test says so.
public final class ConsoleRun implements BeforeEachCallback, AfterEachCallback {
  /// The tag of a test in which nobody has ever signed in.
  public static final String FIRST_RUN = "first-run";

  private static final Path PICTURES = Path.of("target", "pictures");

  private final String language;
  private FakeServer server = new FakeServer();
  private FakeDesktop desktop = new FakeDesktop();
  private TestTasks tasks = new TestTasks();
  private FxRobot robot = new FxRobot();
  private CssWarnings warnings = new CssWarnings();

  private FakeProgram program = new FakeProgram();
  private MemoryPreferences preferences = new MemoryPreferences();
  private Consumer<Throwable> breakDown = failure -> {};
  private boolean firstRun;

  public ConsoleRun(String language) {
    this.language = language;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws TimeoutException {
    server = new FakeServer();
    desktop = new FakeDesktop();
    tasks = new TestTasks();
    robot = new FxRobot();
    program = new FakeProgram();
    preferences = new MemoryPreferences();
    firstRun = context.getTags().contains(FIRST_RUN);
    warnings = CssWarnings.listen();
    Stage stage = FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(() -> {
      ConsoleWiring wiring = new ConsoleWiring(stage, surroundings());
      breakDown = wiring::brokeDown;
      wiring.start();
      // The stage is the same for all tests, and one of them may have made it small.
      stage.sizeToScene();
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void afterEach(ExtensionContext context) throws TimeoutException {
    robot.release(new KeyCode[0]);
    FxToolkit.hideStage();
    warnings.close();
    assertThat(warnings.messages()).as("what JavaFX has against our stylesheet").isEmpty();
  }

  public FakeServer server() {
    return server;
  }

  public FakeDesktop desktop() {
    return desktop;
  }

  public FxRobot robot() {
    return robot;
  }

  public void signIn() {
    type("#password", "right");
    click("#signIn");
  }

  public void click(String query) {
    robot.clickOn(query);
    WaitForAsyncUtils.waitForFxEvents();
  }

  public void type(String query, String text) {
    robot.clickOn(query).write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Writes wherever the focus is.
  public void write(String text) {
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Puts a text into a field as the clipboard would.
  public void paste(String query, String text) {
    robot.interact(() -> robot.lookup(query).queryTextInputControl().setText(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Clicks the n-th visible node that a query finds, counted from 0.
  public void click(String query, int index) {
    List<Node> found =
        robot.lookup(query).queryAll().stream().filter(ConsoleRun::isTreeVisible).toList();
    robot.clickOn(found.get(index));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Chooses what a box calls so.
  public void choose(String box, String words) {
    robot.interact(() -> choose(robot.lookup(box).queryComboBox(), words));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> void choose(ComboBox<T> box, String words) {
    box.getItems().stream()
        .filter(item -> box.getConverter().toString(item).equals(words))
        .findFirst()
        .ifPresent(box::setValue);
  }

  public String text(String query) {
    return robot.lookup(query).queryLabeled().getText();
  }

  public boolean isDisabled(String query) {
    return robot.lookup(query).query().isDisabled();
  }

  public void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Changes the surroundings on the UI thread, where the console reads them.
  public void inTheConsole(Runnable action) {
    robot.interact(action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  public void pass(Duration time) {
    inTheConsole(() -> tasks.pass(time));
  }

  public TestTasks tasks() {
    return tasks;
  }

  public boolean sees(String query) {
    return robot.lookup(query).queryAll().stream()
        .anyMatch(node -> node.isVisible() && node.getScene() != null && isTreeVisible(node));
  }

  /// Something breaks in the window outside of any task.
  public void breakDown(Throwable failure) {
    inTheConsole(() -> breakDown.accept(failure));
  }

  /// Makes the window as small as it can be.
  public void shrink() {
    inTheConsole(() -> {
      Stage stage = (Stage) robot.window(0);
      stage.setWidth(stage.getMinWidth());
      stage.setHeight(stage.getMinHeight());
    });
  }

  /// Writes what the window shows, light and dark, for a person to look at.
  public void picture(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {
      Scene scene = robot.window(0).getScene();
      write(scene, name);
      scene.getPreferences().setColorScheme(ColorScheme.DARK);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      write(scene, name + "-dark");
      scene.getPreferences().setColorScheme(ColorScheme.LIGHT);
      scene.getRoot().applyCss();
    });
  }

  private static void write(Scene scene, String name) {
    try {
      Files.createDirectories(PICTURES.resolve(name).getParent());
      ImageIO.write(
          SwingFXUtils.fromFXImage(scene.snapshot(null), null),
          "png",
          PICTURES.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("writing the picture " + name, e);
    }
  }

  public FakeProgram program() {
    return program;
  }

  public MemoryPreferences preferences() {
    return preferences;
  }

  static boolean isTreeVisible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Surroundings surroundings() {
    return new Surroundings(
        server.apis(),
        tasks,
        desktop.desktop(),
        preferences,
        new Surroundings.Place(
            () -> Samples.NOW.plus(tasks.elapsed()), ZoneId.of("Europe/Berlin"), language),
        firstRun ? Optional.empty() : Optional.of("http://localhost:8080"),
        program);
  }
}
