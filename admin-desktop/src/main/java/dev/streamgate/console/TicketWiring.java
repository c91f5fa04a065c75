package dev.streamgate.console;

import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.desktop.TextSaver;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.tickets.CodeCopies;
import dev.streamgate.console.tickets.GeneratePanel;
import dev.streamgate.console.tickets.GenerateViewModel;
import dev.streamgate.console.tickets.GeneratedTickets;
import dev.streamgate.console.tickets.ImportPanel;
import dev.streamgate.console.tickets.ImportViewModel;
import dev.streamgate.console.tickets.LinkPanel;
import dev.streamgate.console.tickets.TicketActions;
import dev.streamgate.console.tickets.TicketAddresses;
import dev.streamgate.console.tickets.TicketExport;
import dev.streamgate.console.tickets.TicketPanel;
import dev.streamgate.console.tickets.TicketPrint;
import dev.streamgate.console.tickets.TicketTexts;
import dev.streamgate.console.tickets.TicketTools;
import dev.streamgate.console.tickets.TicketViewModel;
import dev.streamgate.console.tickets.TicketsView;
import dev.streamgate.console.tickets.TicketsViewModel;
import dev.streamgate.model.tickets.TokenResponse;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;

/// Makes the screen "Tickets" with its panels, also as a part of an event's page.
final class TicketWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final Catalogue texts;
  private final TicketTexts words;
  private final TextSaver saver;
  private final UnaryOperator<ServerAddress> inNetwork;

  TicketWiring(Surroundings outside, SharedParts shared, UnaryOperator<ServerAddress> inNetwork) {
    this.inNetwork = inNetwork;
    this.outside = outside;
    this.shared = shared;
    texts = shared.texts(TicketsView.class);
    words = new TicketTexts(texts, shared.formats());
    saver = new TextSaver(outside.desktop().saveDialog(), outside.tasks());
  }

  TicketsViewModel model() {
    return new TicketsViewModel(outside.apis(), shared.calls(), outside.tasks(), shared.failures());
  }

  Loaded<TicketsView> screen(TicketsViewModel model, TicketTools tools, boolean embedded) {
    return shared
        .views()
        .load(
            TicketsView.class,
            () -> new TicketsView(model, tools, words, shared.habits(), embedded));
  }

  TicketTools tools(TicketsViewModel model) {
    return new TicketTools(
        actions(model),
        new TicketExport(
            outside.apis().tickets(),
            shared.work(),
            shared.writing(),
            saver,
            outside.desktop().folders(),
            texts),
        new GeneratePanel(shared.dialogs(), shared.views(), this::order, words),
        new ImportPanel(shared.forms(), this::importForm, words),
        new TicketPanel(shared.forms(), this::ticketForm, words),
        new LinkPanel(
            shared.dialogs(),
            shared.views(),
            new TicketAddresses(outside.apis().portal(), shared.calls(), inNetwork),
            outside.desktop().clipboard(),
            saver,
            texts),
        new TicketPrint(
            outside.apis().tickets(),
            shared.work(),
            shared.writing(),
            outside.desktop().printing(),
            words),
        copies());
  }

  private TicketActions actions(TicketsViewModel model) {
    return new TicketActions(
        outside.apis().tickets(),
        shared.writing(),
        words,
        model,
        shared.confirmations(),
        shared.work());
  }

  private GenerateViewModel order() {
    return new GenerateViewModel(
        outside.apis(),
        shared.calls(),
        texts,
        shared.failures(),
        new GeneratedTickets(
            copies(),
            saver,
            outside.desktop().folders(),
            shared.dialogs(),
            texts,
            () -> LocalDateTime.ofInstant(outside.place().now().instant(), outside.place().zone())),
        shared.work());
  }

  private ImportViewModel importForm() {
    return new ImportViewModel(
        outside.apis(),
        new ImportViewModel.Tools(
            shared.calls(),
            outside.tasks(),
            outside.desktop().openDialog(),
            shared.work(),
            shared.writing()),
        texts,
        shared.failures());
  }

  private TicketViewModel ticketForm(TokenResponse ticket) {
    return new TicketViewModel(
        outside.apis(), shared.calls(), shared.releasing(outside), texts, shared.writing(), ticket);
  }

  private CodeCopies copies() {
    return new CodeCopies(outside.desktop().clipboard(), outside.tasks());
  }
}
