package dev.streamgate.console;

import dev.streamgate.console.events.EventParts;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.tickets.TicketTools;
import dev.streamgate.console.tickets.TicketsView;
import dev.streamgate.console.tickets.TicketsViewModel;
import dev.streamgate.console.viewers.ViewersView;
import dev.streamgate.console.viewers.ViewersViewModel;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.util.Optional;
import javafx.scene.Node;

/// The parts of an event's page that belong to the screens "Tickets" and "Viewers".
final class EventTicketsAndViewers implements EventParts {
  private final TicketsViewModel tickets;
  private final ViewersViewModel viewers;
  private final TicketTools tools;
  private final Loaded<TicketsView> ticketsView;
  private final Loaded<ViewersView> viewersView;
  private final Runnable changed;

  /// @param changed what to do when tickets have come to be
  EventTicketsAndViewers(
      TicketWiring wiring,
      ViewersViewModel viewers,
      Loaded<ViewersView> viewersView,
      Runnable changed) {
    this.tickets = wiring.model();
    this.tools = wiring.tools(tickets);
    this.ticketsView = wiring.screen(tickets, tools, true);
    this.viewers = viewers;
    this.viewersView = viewersView;
    this.changed = changed;
  }

  @Override
  public void generate(EventResponse event) {
    tools.generate().open(Optional.of(EventChoice.of(event)), this::ticketsMade);
  }

  @Override
  public void importTickets(EventResponse event) {
    tools.importing().open(Optional.of(EventChoice.of(event)), Optional.empty(), this::ticketsMade);
  }

  @Override
  public void export(EventResponse event) {
    tools.export().export(event.id());
  }

  @Override
  public Node tickets(EventResponse event) {
    tickets.filter().fixTo(EventChoice.of(event));
    tickets.load();
    return ticketsView.root();
  }

  @Override
  public Node viewers(EventResponse event) {
    viewers.onlyEventProperty().set(event.id());
    viewers.refresh();
    return viewersView.root();
  }

  @Override
  public void refresh() {
    tickets.load();
    viewers.refresh();
  }

  @Override
  public void tick(boolean following) {
    viewersView.view().tick(following);
  }

  @Override
  public void told(ConsoleMessage message) {
    tickets.told(message);
    viewers.told(message);
  }

  @Override
  public ScreenView ticketKeys() {
    return ticketsView.view();
  }

  private void ticketsMade() {
    tickets.load();
    changed.run();
  }
}
