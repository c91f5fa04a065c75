package dev.streamgate.console.host;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.text.Catalogue;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// Opens "Server on this computer" over the window, and ends the server after asking.
public record HostPanel(
    Panels panels, Dialogs dialogs, Views views, HostViewModel model, Catalogue texts) {
  private static final Optional<Long> NOBODY = Optional.of(0L);

  /// `signIn` is given the address of the server the staff want to sign in to.
  public void open(Consumer<String> signIn) {
    panels.open(remove -> {
      Views.Loaded<HostView> view =
          views.load(
              HostView.class, () -> new HostView(model, signIn, () -> askToStop(() -> {}), remove));
      return new Panels.Panel((Region) view.root(), view.view().firstField(), remove);
    });
  }

  /// Ends the server, then does `after`; asks first, and says how many would be cut off.
  public void askToStop(Runnable after) {
    model.countViewers(viewers -> ask(viewers, after));
  }

  /// Ends the server with the console, then does `after`; asks only if somebody watches, or if
  /// nobody knows.
  public void stopWithConsole(Runnable after) {
    model.countViewers(viewers -> {
      if (viewers.equals(NOBODY)) {
        model.stop(after);
      } else {
        ask(viewers, after);
      }
    });
  }

  private void ask(Optional<Long> viewers, Runnable after) {
    dialogs.ask(
        new Question(
            texts.get("stopTitle"),
            viewers
                .filter(count -> count > 0)
                .map(count -> texts.get("stopWatched", count))
                .orElseGet(() -> texts.get("stopQuestion")),
            texts.get("cancel"),
            texts.get("stop")),
        () -> model.stop(after));
  }
}
