package dev.streamgate.console.tickets;

import dev.streamgate.console.screen.FormPanels;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens one ticket over the window.
public record TicketPanel(
    FormPanels panels, Function<TokenResponse, TicketViewModel> forms, TicketTexts words) {
  /// `changed` comes with the ticket as it was saved.
  public void open(TokenResponse ticket, Consumer<TokenResponse> changed) {
    TicketViewModel model = forms.apply(ticket);
    panels.open(
        TicketView.class,
        model::isTouched,
        (remove, close) ->
            new TicketView(
                model,
                words,
                saved -> {
                  remove.run();
                  changed.accept(saved);
                },
                close));
    model.refresh();
  }
}
