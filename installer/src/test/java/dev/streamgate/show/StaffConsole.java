package dev.streamgate.show;

import static javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST;

import dev.streamgate.console.ConsoleWiring;
import dev.streamgate.console.Surroundings;
import dev.streamgate.console.api.LocalServer;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.desktop.Desktop;
import dev.streamgate.console.desktop.FxClipboard;
import dev.streamgate.console.desktop.FxOpenDialog;
import dev.streamgate.console.desktop.Sounds;
import dev.streamgate.console.host.ProcessServerProgram;
import dev.streamgate.console.preferences.FilePreferences;
import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.preferences.Preferences.WindowPlace;
import dev.streamgate.console.task.FxTaskRunner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real console on a headless toolkit, talking to a real server.
final class StaffConsole implements AutoCloseable {
  /// The screen of the headless toolkit is narrower than those of the staff.
  private static final WindowPlace WIDE = new WindowPlace(-220, 50, 1440, 900);

  private static final int SECONDS = 15;
  private static final int PATIENCE_SECONDS = 5;
  private static final int RESTART_SECONDS = 60;
  private static final int ATTEMPTS = 4;
  private static final String WHERE = "#ticketPages .label";
  private static final String CONFIRM = "#dialogConfirm";

  /// There is one window for all tests; whoever opens the console holds this lock meanwhile.
  static final String LOCK = "window of the console";

  private final FxRobot robot = new FxRobot();
  private final FxTaskRunner tasks = new FxTaskRunner();
  private final Stage stage;
  private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();

  private StaffConsole() throws TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
  }

  /// @param preferences a file the console may write its preferences to
  static StaffConsole open(String server, Path preferences) throws TimeoutException {
    return open(Optional.of(server), preferences);
  }

  /// As somebody sees it who has never signed in anywhere.
  static StaffConsole openForTheFirstTime(Path preferences) throws TimeoutException {
    return open(Optional.empty(), preferences);
  }

  private static StaffConsole open(Optional<String> server, Path preferences)
      throws TimeoutException {
    StaffConsole console = new StaffConsole();
    FxToolkit.setupFixture(
        () -> new ConsoleWiring(console.stage, console.surroundings(server, preferences)).start());
    WaitForAsyncUtils.waitForFxEvents();
    return console;
  }

  void signIn(String password) throws TimeoutException {
    type("#password", password);
    click("#signIn");
    await("#navTickets");
  }

  void findTicket(String code) throws TimeoutException {
    click("#navTickets");
    type("#ticketSearch", code);
    await("#copyCode");
    WaitForAsyncUtils.waitFor(
        SECONDS, TimeUnit.SECONDS, () -> robot.lookup("#copyCode").queryAll().size() == 1);
  }

  /// Asks for something that wants to be confirmed, and confirms it.
  void confirmed(String button, String thenVisible) throws TimeoutException {
    clickUntil(button, () -> sees(CONFIRM));
    clickUntil(CONFIRM, () -> !sees(CONFIRM));
    await(thenVisible);
  }

  void click(String query) throws TimeoutException {
    await(query);
    robot.clickOn(query);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Clicks, and clicks again while nothing comes of it, as a person would: a table may renew its
  /// rows, or a dialog still be moving, between the look and the click.
  private void clickUntil(String query, Callable<Boolean> effect) throws TimeoutException {
    for (int attempt = 1; ; attempt++) {
      await(query);
      try {
        robot.clickOn(place(query));
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, effect);
        return;
      } catch (TimeoutException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /// Where on the screen the middle of a node is, found on the thread that moves it.
  private Point2D place(String query) {
    AtomicReference<Point2D> place = new AtomicReference<>(Point2D.ZERO);
    robot.interact(() ->
        shown(query)
            .map(node -> node.localToScreen(node.getBoundsInLocal()))
            .map(bounds -> new Point2D(bounds.getCenterX(), bounds.getCenterY()))
            .ifPresent(place::set));
    return Objects.requireNonNull(place.get());
  }

  /// Writes into a field, over what it holds.
  void type(String query, String text) throws TimeoutException {
    await(query);
    robot.clickOn(query).push(KeyCode.CONTROL, KeyCode.A).write(text);
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitFor(
        SECONDS,
        TimeUnit.SECONDS,
        () -> robot.lookup(query).queryAs(TextInputControl.class).getText().equals(text));
  }

  /// Writes wherever the focus is.
  void write(String text) {
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Puts a long text into a field as the clipboard would.
  void paste(String query, String text) throws TimeoutException {
    await(query);
    robot.interact(() -> robot.lookup(query).queryTextInputControl().setText(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits until a label's text matches.
  void awaitText(String query, Predicate<String> wanted) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS,
        TimeUnit.SECONDS,
        () ->
            shown(query)
                .map(Labeled.class::cast)
                .filter(label -> wanted.test(label.getText()))
                .isPresent());
  }

  /// Waits until a node is to be seen no longer.
  void awaitGone(String query) throws TimeoutException {
    WaitForAsyncUtils.waitFor(RESTART_SECONDS, TimeUnit.SECONDS, () -> !sees(query));
  }

  /// Waits until a button can be pressed, and presses it.
  void clickWhenReady(String query) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS,
        TimeUnit.SECONDS,
        () -> shown(query).filter(node -> !node.isDisabled()).isPresent());
    click(query);
  }

  /// How long it takes from a press to something that is then to be seen.
  Duration timed(String press, String thenVisible) throws TimeoutException {
    await(press);
    long start = System.nanoTime();
    robot.interact(() -> robot.lookup(press).<ButtonBase>query().fire());
    await(thenVisible);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// How long it takes to the rows of the next page.
  Duration timedPage() {
    String before = text(WHERE);
    return timed(
        () -> robot.lookup("#pageOn").<ButtonBase>query().fire(), text -> !text.equals(before));
  }

  /// How long it takes from a key to the only row that is found.
  Duration timedSearch(String code) {
    return timed(
        () -> robot.lookup("#ticketSearch").queryTextInputControl().setText(code),
        text -> text.endsWith(" 1"));
  }

  /// How long it takes from an emptied search to all rows.
  Duration timedClearing(String count) {
    return timed(
        () -> robot.lookup("#ticketSearch").queryTextInputControl().setText(""),
        text -> text.endsWith(count));
  }

  /// How long each step takes when a page is scrolled row by row, until it is laid out.
  List<Duration> timedScroll(int rows) {
    TableView<?> table = robot.lookup("#ticketsTable").queryTableView();
    return IntStream.range(0, rows)
        .mapToObj(row -> timed(() -> table.scrollTo(row), text -> true))
        .toList();
  }

  /// From an action to the pulse in which what it brings is laid out, right before it is painted.
  private Duration timed(Runnable action, Predicate<String> wanted) {
    CompletableFuture<Long> laidOut = new CompletableFuture<>();
    AtomicLong begun = new AtomicLong();
    robot.interact(() -> {
      Labeled where = robot.lookup(WHERE).queryLabeled();
      Scene scene = where.getScene();
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              if (wanted.test(where.getText())) {
                scene.removePostLayoutPulseListener(this);
                laidOut.complete(System.nanoTime());
              }
            }
          });
      begun.set(System.nanoTime());
      action.run();
      Platform.requestNextPulse();
    });
    return Duration.ofNanos(laidOut.orTimeout(SECONDS, TimeUnit.SECONDS).join() - begun.get());
  }

  /// The next address that is opened in the computer's browser.
  String awaitOpened() throws InterruptedException {
    return Objects.requireNonNull(opened.poll(SECONDS, TimeUnit.SECONDS), "nothing was opened");
  }

  String text(String query) {
    return robot.lookup(query).queryLabeled().getText();
  }

  void await(String query) throws TimeoutException {
    WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> sees(query));
  }

  /// The same for what takes a start of a server.
  void awaitLong(String query) throws TimeoutException {
    WaitForAsyncUtils.waitFor(RESTART_SECONDS, TimeUnit.SECONDS, () -> sees(query));
  }

  /// Writes what the window shows, for a person to look at.
  void picture(Path file) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> write(file));
  }

  /// Asks the window to close, as its frame would.
  void closeWindow() {
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WINDOW_CLOSE_REQUEST)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  void awaitClosed() throws TimeoutException {
    WaitForAsyncUtils.waitFor(RESTART_SECONDS, TimeUnit.SECONDS, () -> !stage.isShowing());
  }

  String fieldText(String query) {
    return robot.lookup(query).queryTextInputControl().getText();
  }

  /// What a picture in the window shows.
  BufferedImage image(String query) {
    return SwingFXUtils.fromFXImage(robot.lookup(query).queryAs(ImageView.class).getImage(), null);
  }

  @Override
  public void close() throws TimeoutException {
    FxToolkit.hideStage();
    tasks.close();
  }

  private Surroundings surroundings(Optional<String> server, Path preferences) {
    return new Surroundings(
        ServerApis.overHttp(),
        tasks,
        desktop(stage, preferences.toAbsolutePath().resolveSibling("")),
        wide(new FilePreferences(preferences)),
        new Surroundings.Place(InstantSource.system(), ZoneOffset.UTC, "en"),
        server,
        new ProcessServerProgram(LocalServer::stop));
  }

  private static Preferences wide(Preferences preferences) {
    preferences.rememberWindow(WIDE);
    return preferences;
  }

  /// Saves whatever is saved into `folder` under the proposed name.
  private Desktop desktop(Stage stage, Path folder) {
    return new Desktop(
        new FxClipboard(),
        name -> Optional.of(folder.resolve(name)),
        new FxOpenDialog(stage),
        opened -> {},
        opened::add,
        table -> Optional.empty(),
        Sounds.NONE);
  }

  private boolean sees(String query) {
    return shown(query).isPresent();
  }

  private Optional<Node> shown(String query) {
    return robot.lookup(query).queryAll().stream().filter(StaffConsole::isShown).findFirst();
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(
          SwingFXUtils.fromFXImage(robot.window(0).getScene().snapshot(null), null),
          "png",
          file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}
