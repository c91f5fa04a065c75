package dev.streamgate.console.host;

import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.text.Catalogue;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// Opens "Server on this computer" over the window, and ends the server after asking.
public record HostPanel(
    Panels panels, Dialogs dialogs, Views views, HostViewModel model, Catalogue texts) {
  /// `signIn` is given the address of the server the staff want to sign in to.
  public void open(Consumer<String> signIn) {
    panels.open(remove -> {
      Views.Loaded<HostView> view =
          views.load(
              HostView.class,
              () -> new HostView(model, signIn, () -> askToStop(0, () -> {}), remove));
      return new Panels.Panel((Region) view.root(), view.view().firstField(), remove);
    });
  }

  /// Ends the server, then does `after`; asks first if somebody watches, or if nobody knows.
  ///
  /// @param viewers how many watch, as far as this console knows
  public void askToStop(long viewers, Runnable after) {
    dialogs.ask(
        new Question(
            texts.get("stopTitle"),
            viewers > 0 ? texts.get("stopWatched", viewers) : texts.get("stopQuestion"),
            texts.get("cancel"),
            texts.get("stop")),
        () -> model.stop(after));
  }
}
