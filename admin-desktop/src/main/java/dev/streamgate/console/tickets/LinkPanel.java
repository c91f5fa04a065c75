package dev.streamgate.console.tickets;

import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.desktop.TextSaver;
import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.tickets.TicketAddresses.TicketAddress;
import dev.streamgate.model.tickets.TokenResponse;
import javafx.scene.layout.Region;

/// Opens "Ticket link" over the window: the address with the code, as text and as QR picture.
public record LinkPanel(
    Panels panels,
    Views views,
    TicketAddresses addresses,
    Clipboard clipboard,
    TextSaver saver,
    Catalogue texts) {
  public void open(TokenResponse ticket) {
    addresses.of(ticket, address -> open(ticket, address));
  }

  private void open(TokenResponse ticket, TicketAddress address) {
    panels.open(remove -> {
      Views.Loaded<LinkView> view =
          views.load(LinkView.class, () -> new LinkView(ticket, address, this, remove));
      return new Panels.Panel((Region) view.root(), view.view().firstField(), remove);
    });
  }
}
