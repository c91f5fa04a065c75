package dev.streamgate.server;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.changes.Settlement;
import dev.streamgate.server.events.EventEditor;
import dev.streamgate.server.events.EventErasure;
import dev.streamgate.server.events.EventItemStore;
import dev.streamgate.server.events.EventItems;
import dev.streamgate.server.events.EventLifecycle;
import dev.streamgate.server.events.EventListing;
import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.events.EventTickets;
import dev.streamgate.server.events.FolderIndex;
import dev.streamgate.server.events.db.JdbcEventItemStore;
import dev.streamgate.server.events.db.JdbcEventListing;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.events.db.JdbcEventTickets;
import dev.streamgate.server.events.db.JdbcNamedFolders;
import dev.streamgate.server.events.http.EventItemRoutes;
import dev.streamgate.server.events.http.EventRoutes;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.tickets.CodeGenerator;
import dev.streamgate.server.tickets.Revocations;
import dev.streamgate.server.tickets.TicketBatches;
import dev.streamgate.server.tickets.TicketEditor;
import dev.streamgate.server.tickets.TicketExport;
import dev.streamgate.server.tickets.TicketImport;
import dev.streamgate.server.tickets.TicketListing;
import dev.streamgate.server.tickets.TicketMint;
import dev.streamgate.server.tickets.TicketStore;
import dev.streamgate.server.tickets.db.JdbcEditableTickets;
import dev.streamgate.server.tickets.db.JdbcTicketListing;
import dev.streamgate.server.tickets.db.JdbcTicketStore;
import dev.streamgate.server.tickets.db.JdbcTicketTallies;
import dev.streamgate.server.tickets.http.TicketEditRoutes;
import dev.streamgate.server.tickets.http.TicketExportRoutes;
import dev.streamgate.server.tickets.http.TicketImportRoutes;
import dev.streamgate.server.tickets.http.TicketRoutes;
import java.util.UUID;

/// What staff plan: events and their tickets.
final class ProgrammeWiring {
  final EventStore events;
  final TicketStore tickets;
  final FolderIndex folders;
  final EventEditor editor;
  final TicketBatches batches;
  final CodeGenerator codes;
  final EventErasure erasure;
  final EventListing listing;
  final JdbcTicketTallies tallies;
  private final EventRoutes eventRoutes;
  private final EventItemRoutes itemRoutes;
  private final TicketRoutes ticketRoutes;
  private final TicketEditRoutes editRoutes;
  private final TicketExportRoutes exportRoutes;
  private final TicketImportRoutes importRoutes;

  ProgrammeWiring(Base base) {
    Database database = base.database;
    events = new JdbcEventStore(database);
    tickets = new JdbcTicketStore(database);
    tallies = new JdbcTicketTallies(database);
    EventItemStore items = new JdbcEventItemStore(database);
    codes = new CodeGenerator(base.random);
    TicketMint mint = new TicketMint(codes, base.clock, () -> UUID.randomUUID().toString());
    folders = new FolderIndex(new JdbcNamedFolders(database));
    EventTickets eventTickets = new JdbcEventTickets(database);
    erasure = new EventErasure(events, eventTickets, base.audit);
    listing = new JdbcEventListing(database, base.live);
    editor = editor(base, eventTickets);
    batches = new TicketBatches(tickets, events, items, mint, base.changes, base.audit);
    Settlement settlement = new Settlement(base.changes, base.changeLog);
    eventRoutes = eventRoutes(base, settlement, eventTickets);
    itemRoutes =
        new EventItemRoutes(
            new EventItems(items, events, base.changes, base.audit), base.requesters);
    TicketListing ticketListing = new JdbcTicketListing(database, base.live);
    ticketRoutes = ticketRoutes(base, settlement, ticketListing);
    editRoutes = editRoutes(base, ticketListing);
    exportRoutes =
        new TicketExportRoutes(
            new TicketExport(ticketListing, events, base.audit, base.clock), base.requesters);
    importRoutes =
        new TicketImportRoutes(
            new TicketImport(tickets, events, mint, base.changes, base.audit), base.requesters);
  }

  void register(RouteTable table) {
    eventRoutes.register(table);
    itemRoutes.register(table);
    exportRoutes.register(table);
    importRoutes.register(table);
    ticketRoutes.register(table);
    editRoutes.register(table);
  }

  private EventEditor editor(Base base, EventTickets eventTickets) {
    return new EventEditor(
        events,
        eventTickets,
        base.changes,
        base.audit,
        base.clock,
        new EventEditor.NewEvents(
            () -> new EventId(UUID.randomUUID().toString()), base.config.media().upstreamOrigin()));
  }

  private EventRoutes eventRoutes(Base base, Settlement settlement, EventTickets eventTickets) {
    return new EventRoutes(
        editor,
        new EventLifecycle(events, eventTickets, erasure, settlement, base.audit, base.clock),
        listing,
        eventTickets,
        base.requesters,
        base.clock);
  }

  private static TicketEditRoutes editRoutes(Base base, TicketListing listing) {
    TicketEditor editor =
        new TicketEditor(
            new JdbcEditableTickets(base.database), base.database::inTransaction, base.audit);
    return new TicketEditRoutes(editor, listing, base.requesters, base.clock);
  }

  private TicketRoutes ticketRoutes(Base base, Settlement settlement, TicketListing listing) {
    return new TicketRoutes(
        batches,
        new Revocations(tickets, settlement, base.audit, base.clock),
        listing,
        events,
        base.requesters,
        base.clock);
  }
}
