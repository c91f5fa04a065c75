package dev.streamgate.console.shell;

import dev.streamgate.console.screen.ScreenView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the window, passed on to the screen in view (Spec, console §12). `SHORTCUT` is Ctrl,
/// on macOS Cmd.
final class Shortcuts {
  private static final Map<KeyCombination, Consumer<ScreenView>> KEYS =
      Map.ofEntries(
          Map.entry(shortcut(KeyCode.F), ScreenView::focusSearch),
          Map.entry(shortcut(KeyCode.E), ScreenView::export),
          Map.entry(shortcut(KeyCode.I), ScreenView::importFile),
          Map.entry(shortcut(KeyCode.S), ScreenView::save),
          Map.entry(shortcut(KeyCode.P), ScreenView::print),
          Map.entry(shortcut(KeyCode.R), ScreenView::reload),
          Map.entry(new KeyCodeCombination(KeyCode.F5), ScreenView::refresh));

  /// In a text these keys belong to the text.
  private static final Map<KeyCombination, Consumer<ScreenView>> OUTSIDE_TEXTS =
      Map.of(
          shortcut(KeyCode.C),
          ScreenView::copySelection,
          new KeyCodeCombination(KeyCode.DELETE),
          ScreenView::deleteSelection);

  private static final KeyCombination DOOR = shortcut(KeyCode.D);
  private static final KeyCombination NEW = shortcut(KeyCode.N);
  private static final int MOST_DIGITS = 9;

  private final ShellViewModel model;
  private final Supplier<Optional<ScreenView>> inView;
  private final Consumer<Destination> goTo;
  private final Runnable help;

  Shortcuts(
      ShellViewModel model,
      Supplier<Optional<ScreenView>> inView,
      Consumer<Destination> goTo,
      Runnable help) {
    this.model = model;
    this.inView = inView;
    this.goTo = goTo;
    this.help = help;
  }

  void handle(KeyEvent event) {
    if (goTo(event) || create(event) || ask(event)) {
      event.consume();
    }
  }

  private boolean goTo(KeyEvent event) {
    List<Destination> places = Destination.of(model.roleNow());
    if (DOOR.match(event)) {
      goTo.accept(Destination.DOOR);
      return true;
    }
    if (event.getCode() == KeyCode.F1) {
      help.run();
      return true;
    }
    int digit = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
    boolean leads =
        event.isShortcutDown() && digit >= 0 && digit < Math.min(MOST_DIGITS, places.size());
    if (leads) {
      goTo.accept(places.get(digit));
    }
    return leads;
  }

  private boolean create(KeyEvent event) {
    if (!NEW.match(event)) {
      return false;
    }
    boolean made = inView.get().map(ScreenView::createNew).orElse(true);
    if (!made && Destination.EVENTS.isFor(model.roleNow())) {
      model.currentProperty().set(Destination.EVENTS);
      inView.get().ifPresent(ScreenView::createNew);
    }
    return true;
  }

  private boolean ask(KeyEvent event) {
    boolean inText = event.getTarget() instanceof TextInputControl;
    Optional<Consumer<ScreenView>> action =
        Stream.of(KEYS, inText ? Map.<KeyCombination, Consumer<ScreenView>>of() : OUTSIDE_TEXTS)
            .flatMap(keys -> keys.entrySet().stream())
            .filter(key -> key.getKey().match(event))
            .map(Map.Entry::getValue)
            .findFirst();
    action.ifPresent(inView.get()::ifPresent);
    return action.isPresent();
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
