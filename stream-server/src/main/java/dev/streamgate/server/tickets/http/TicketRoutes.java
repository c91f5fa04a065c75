package dev.streamgate.server.tickets.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.Data;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.changes.Committed;
import dev.streamgate.server.events.EventStore;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.tickets.BatchOutcome;
import dev.streamgate.server.tickets.BulkRevocation;
import dev.streamgate.server.tickets.Revocation;
import dev.streamgate.server.tickets.Revocations;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketBatches;
import dev.streamgate.server.tickets.TicketFilter;
import dev.streamgate.server.tickets.TicketListing;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The staff's tickets, which the API calls tokens (API §4.4).
public final class TicketRoutes {
  private static final String TOKENS = "/api/admin/tokens";
  private static final String EVENT_TOKENS = "/api/admin/events/{id}/tokens";

  private final TicketBatches batches;
  private final Revocations revocations;
  private final TicketListing listing;
  private final EventStore events;
  private final Requesters requesters;
  private final InstantSource clock;

  public TicketRoutes(
      TicketBatches batches,
      Revocations revocations,
      TicketListing listing,
      EventStore events,
      Requesters requesters,
      InstantSource clock) {
    this.batches = batches;
    this.revocations = revocations;
    this.listing = listing;
    this.events = events;
    this.requesters = requesters;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes
        .get(TOKENS, Access.MANAGERS, this::list)
        .post(TOKENS + "/bulk-revoke", Access.MANAGERS, this::revokeAll)
        .patch(TOKENS + "/{id}/revoke", Access.MANAGERS, this::revoke)
        .patch(TOKENS + "/{id}/unrevoke", Access.MANAGERS, this::unrevoke)
        .get(EVENT_TOKENS, Access.MANAGERS, this::listOfEvent)
        .post(EVENT_TOKENS + "/generate", Access.MANAGERS, this::generate);
  }

  private void list(ServerRequest request, ServerResponse response) {
    TicketQuery query = new TicketQuery(request);
    sendPage(request, response, query.filter(), query.page());
  }

  private void listOfEvent(ServerRequest request, ServerResponse response) {
    EventId event = TicketRequests.eventId(request);
    if (events.find(event).isEmpty()) {
      throw TicketRequests.unknownEvent();
    }
    TicketQuery query = new TicketQuery(request);
    sendPage(request, response, query.filterOf(event), query.page());
  }

  private void generate(ServerRequest request, ServerResponse response) {
    BatchOutcome outcome =
        batches.generate(
            TicketRequests.eventId(request),
            TicketRequests.order(request),
            requesters.staff(request));
    List<Ticket> made =
        switch (outcome) {
          case BatchOutcome.Made(List<Ticket> tickets) -> tickets;
          case BatchOutcome.Refused(var problem) -> throw OrderWords.refusal(problem);
          case BatchOutcome.UnknownEvent unknown -> throw TicketRequests.unknownEvent();
          case BatchOutcome.UnknownItem(String item) -> throw OrderWords.unknownItem(item);
          case BatchOutcome.OutOfCodes exhausted -> throw outOfCodes();
        };
    JsonHttp.send(
        request,
        response,
        Status.CREATED_201,
        new Data<>(made.stream().map(TicketAnswers::generated).toList()));
  }

  private void revoke(ServerRequest request, ServerResponse response) {
    String id = TicketRequests.ticketId(request);
    sendSettled(request, response, id, revocations.revoke(id, requesters.staff(request)));
  }

  private void unrevoke(ServerRequest request, ServerResponse response) {
    String id = TicketRequests.ticketId(request);
    sendSettled(request, response, id, revocations.unrevoke(id, requesters.staff(request)));
  }

  private void revokeAll(ServerRequest request, ServerResponse response) {
    Committed<BulkRevocation> committed =
        revocations.revokeAll(TicketRequests.ticketIds(request), requesters.staff(request));
    switch (committed.result()) {
      case BulkRevocation.Unknown(List<String> ids) -> throw TicketRequests.unknownTickets(ids);
      case BulkRevocation.Settled(int count) ->
          JsonHttp.sendData(request, response, TicketAnswers.revoked(count, committed.lastSeq()));
    }
  }

  private void sendPage(
      ServerRequest request, ServerResponse response, TicketFilter filter, PageRequest page) {
    Instant now = clock.instant();
    List<TicketListing.Line> lines = listing.page(filter, page, now);
    List<TokenResponse> tickets =
        lines.stream().map(line -> TicketAnswers.ticket(line, now)).toList();
    long total = listing.total(filter, page, lines, now);
    JsonHttp.send(request, response, new Page<>(tickets, page.within(total)));
  }

  private void sendSettled(
      ServerRequest request, ServerResponse response, String id, Committed<Revocation> committed) {
    switch (committed.result()) {
      case SETTLED ->
          JsonHttp.sendData(
              request, response, TicketAnswers.settled(shown(id), committed.lastSeq()));
      case EXPIRED -> throw Problem.badRequest("Cannot un-revoke an expired token");
      case UNKNOWN -> throw TicketRequests.unknownTicket();
    }
  }

  private TokenResponse shown(String id) {
    Instant now = clock.instant();
    return listing
        .find(id, now)
        .map(line -> TicketAnswers.ticket(line, now))
        .orElseThrow(TicketRequests::unknownTicket);
  }

  private static Problem outOfCodes() {
    return Problem.of(
        Status.INTERNAL_SERVER_ERROR_500, "Failed to generate unique token codes after retries");
  }
}
