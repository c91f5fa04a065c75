package dev.streamgate.console.tickets;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.screen.Views;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// Opens one ticket over the window.
public record TicketPanel(
    Panels panels, Views views, Function<TokenResponse, TicketViewModel> forms, TicketTexts words) {
  /// `changed` comes with the ticket as it was saved.
  public void open(TokenResponse ticket, Consumer<TokenResponse> changed) {
    TicketViewModel model = forms.apply(ticket);
    panels.open(remove -> {
      Views.Loaded<TicketView> form =
          views.load(
              TicketView.class,
              () ->
                  new TicketView(
                      model,
                      words,
                      saved -> {
                        remove.run();
                        changed.accept(saved);
                      },
                      remove));
      return new Panels.Panel((Region) form.root(), form.view().firstField(), remove);
    });
    model.refresh();
  }
}
