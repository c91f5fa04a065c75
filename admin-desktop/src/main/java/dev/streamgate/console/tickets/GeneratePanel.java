package dev.streamgate.console.tickets;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.dialog.Panels.Panel;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.screen.Views.Loaded;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/// Opens "Generate Tickets" over the window, each time with a fresh order.
public record GeneratePanel(
    Panels panels, Views views, Supplier<GenerateViewModel> order, TicketTexts words) {
  /// Opens it with an event chosen, if there is one; `closed` comes after it has gone.
  public void open(Optional<EventChoice> event, Runnable closed) {
    GenerateViewModel model = order.get();
    panels.open(remove -> {
      Runnable close =
          () -> {
            if (!model.cancel()) {
              model.result().requestClose(() -> closed(remove, closed));
            }
          };
      Loaded<GenerateView> form =
          views.load(GenerateView.class, () -> new GenerateView(model, words, close));
      return new Panel((Region) form.root(), form.view().firstField(), close);
    });
    model.begin(event);
  }

  private static void closed(Runnable remove, Runnable closed) {
    remove.run();
    closed.run();
  }
}
