package dev.streamgate.console;

import dev.streamgate.console.desktop.TextSaver;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.tickets.CodeCopies;
import dev.streamgate.console.tickets.GeneratePanel;
import dev.streamgate.console.tickets.GenerateViewModel;
import dev.streamgate.console.tickets.GeneratedTickets;
import dev.streamgate.console.tickets.TicketActions;
import dev.streamgate.console.tickets.TicketExport;
import dev.streamgate.console.tickets.TicketTexts;
import dev.streamgate.console.tickets.TicketsView;
import dev.streamgate.console.tickets.TicketsViewModel;

/// Makes the screen "Tickets" with its panel.
final class TicketWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final Catalogue texts;
  private final TicketTexts words;
  private final TextSaver saver;

  TicketWiring(Surroundings outside, SharedParts shared) {
    this.outside = outside;
    this.shared = shared;
    texts = shared.texts(TicketsView.class);
    words = new TicketTexts(texts, shared.formats());
    saver = new TextSaver(outside.desktop().saveDialog(), outside.tasks());
  }

  Loaded<TicketsView> screen() {
    TicketsViewModel model =
        new TicketsViewModel(outside.apis(), shared.calls(), outside.tasks(), shared.failures());
    TicketActions actions =
        new TicketActions(outside.apis().tickets(), shared.writing(), words, model);
    TicketExport export =
        new TicketExport(
            outside.apis().tickets(), shared.writing(), saver, outside.desktop().folders(), texts);
    GeneratePanel generate =
        new GeneratePanel(shared.dialogs(), shared.views(), this::order, words);
    CodeCopies copies = copies();
    return shared
        .views()
        .load(
            TicketsView.class,
            () -> new TicketsView(model, actions, export, generate, copies, words));
  }

  private GenerateViewModel order() {
    return new GenerateViewModel(
        outside.apis(),
        shared.calls(),
        texts,
        shared.failures(),
        new GeneratedTickets(copies(), saver, shared.dialogs(), texts));
  }

  private CodeCopies copies() {
    return new CodeCopies(outside.desktop().clipboard(), outside.tasks());
  }
}
