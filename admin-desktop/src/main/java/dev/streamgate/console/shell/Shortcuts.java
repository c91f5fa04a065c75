package dev.streamgate.console.shell;

import dev.streamgate.console.screen.ScreenView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the window, passed on to the screen in view (Spec, console §12). `SHORTCUT` is Ctrl,
/// on macOS Cmd.
final class Shortcuts {
  private static final Map<KeyCombination, Consumer<ScreenView>> KEYS =
      Map.of(
          shortcut(KeyCode.N),
          ScreenView::createNew,
          shortcut(KeyCode.F),
          ScreenView::focusSearch,
          shortcut(KeyCode.E),
          ScreenView::export,
          shortcut(KeyCode.R),
          ScreenView::refresh,
          new KeyCodeCombination(KeyCode.F5),
          ScreenView::refresh);

  private static final List<Destination> PLACES = List.of(Destination.values());

  private final ObjectProperty<@Nullable Destination> current;
  private final Supplier<Optional<ScreenView>> inView;

  Shortcuts(ObjectProperty<@Nullable Destination> current, Supplier<Optional<ScreenView>> inView) {
    this.current = current;
    this.inView = inView;
  }

  void handle(KeyEvent event) {
    if (goTo(event) || ask(event)) {
      event.consume();
    }
  }

  private boolean goTo(KeyEvent event) {
    int digit = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
    boolean leads = event.isShortcutDown() && digit >= 0 && digit < PLACES.size();
    if (leads) {
      current.set(PLACES.get(digit));
    }
    return leads;
  }

  private boolean ask(KeyEvent event) {
    // In a text field, Delete belongs to the text.
    if (event.getCode() == KeyCode.DELETE && !(event.getTarget() instanceof TextInputControl)) {
      inView.get().ifPresent(ScreenView::deleteSelection);
      return true;
    }
    Optional<Consumer<ScreenView>> action =
        KEYS.entrySet().stream()
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
