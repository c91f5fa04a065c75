package dev.streamgate.console;

import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.tickets.CodeCopies;
import dev.streamgate.console.tickets.TicketActions;
import dev.streamgate.console.tickets.TicketTexts;
import dev.streamgate.console.tickets.TicketsView;
import dev.streamgate.console.tickets.TicketsViewModel;

/// Makes the screens the sidebar leads to.
final class ScreenWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final Loaded<TicketsView> tickets;

  ScreenWiring(Surroundings outside, SharedParts shared) {
    this.outside = outside;
    this.shared = shared;
    tickets = tickets();
  }

  /// The screen a destination leads to.
  Loaded<? extends ScreenView> at(Destination destination) {
    return switch (destination) {
      case DASHBOARD -> tickets;
      case EVENTS -> tickets;
      case TICKETS -> tickets;
    };
  }

  private Loaded<TicketsView> tickets() {
    TicketTexts words = new TicketTexts(shared.texts(TicketsView.class), shared.formats());
    TicketsViewModel model =
        new TicketsViewModel(outside.apis(), shared.calls(), outside.tasks(), shared.failures());
    TicketActions actions =
        new TicketActions(outside.apis().tickets(), shared.writing(), words, model);
    CodeCopies copies = new CodeCopies(outside.desktop().clipboard(), outside.tasks());
    return shared
        .views()
        .load(TicketsView.class, () -> new TicketsView(model, actions, copies, words));
  }
}
