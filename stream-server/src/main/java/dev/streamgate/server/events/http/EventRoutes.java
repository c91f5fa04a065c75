package dev.streamgate.server.events.http;

import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.json.Data;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.changes.Committed;
import dev.streamgate.server.events.Deletion;
import dev.streamgate.server.events.EditOutcome;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.EventEditor;
import dev.streamgate.server.events.EventFilter;
import dev.streamgate.server.events.EventLifecycle;
import dev.streamgate.server.events.EventListing;
import dev.streamgate.server.events.EventTickets;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The staff's events (API §4.3).
public final class EventRoutes {
  private static final String EVENTS = "/api/admin/events";
  private static final String EVENT = EVENTS + "/{id}";
  private static final HeaderName CHANGE_SEQ = HeaderNames.create("X-Change-Seq");

  private final EventEditor editor;
  private final EventLifecycle lifecycle;
  private final EventListing listing;
  private final EventTickets tickets;
  private final Requesters requesters;
  private final InstantSource clock;

  public EventRoutes(
      EventEditor editor,
      EventLifecycle lifecycle,
      EventListing listing,
      EventTickets tickets,
      Requesters requesters,
      InstantSource clock) {
    this.editor = editor;
    this.lifecycle = lifecycle;
    this.listing = listing;
    this.tickets = tickets;
    this.requesters = requesters;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes
        .get(EVENTS, Access.MANAGERS, this::list)
        .post(EVENTS, Access.MANAGERS, this::create)
        .get(EVENT, Access.MANAGERS, this::show)
        .put(EVENT, Access.MANAGERS, this::update)
        .delete(EVENT, Access.MANAGERS, this::delete)
        .patch(EVENT + "/deactivate", Access.MANAGERS, this::deactivate)
        .patch(EVENT + "/reactivate", Access.MANAGERS, this::reactivate)
        .patch(EVENT + "/archive", Access.MANAGERS, this::archive)
        .patch(EVENT + "/unarchive", Access.MANAGERS, this::unarchive);
  }

  private void list(ServerRequest request, ServerResponse response) {
    EventQuery query = new EventQuery(request);
    EventFilter filter = query.filter();
    PageRequest page = query.page();
    Instant now = clock.instant();
    JsonHttp.send(
        request,
        response,
        new Page<>(
            listing.page(filter, page, now).stream().map(EventAnswers::line).toList(),
            page.within(listing.count(filter, now))));
  }

  private void create(ServerRequest request, ServerResponse response) {
    EditOutcome outcome = editor.create(EventRequests.event(request), requesters.staff(request));
    JsonHttp.send(request, response, Status.CREATED_201, new Data<>(saved(outcome)));
  }

  private void show(ServerRequest request, ServerResponse response) {
    EventListing.Detail detail =
        listing
            .detail(EventRequests.id(request), clock.instant())
            .orElseThrow(EventRequests::unknown);
    JsonHttp.sendData(request, response, EventAnswers.detail(detail));
  }

  private void update(ServerRequest request, ServerResponse response) {
    EditOutcome outcome =
        editor.update(
            EventRequests.id(request), EventRequests.event(request), requesters.staff(request));
    JsonHttp.sendData(request, response, saved(outcome));
  }

  private void deactivate(ServerRequest request, ServerResponse response) {
    sendSettled(
        request,
        response,
        lifecycle.deactivate(EventRequests.id(request), requesters.staff(request)));
  }

  private void reactivate(ServerRequest request, ServerResponse response) {
    sendSettled(
        request,
        response,
        lifecycle.reactivate(EventRequests.id(request), requesters.staff(request)));
  }

  private void archive(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(
        request,
        response,
        known(lifecycle.archive(EventRequests.id(request), requesters.staff(request))));
  }

  private void unarchive(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(
        request,
        response,
        known(lifecycle.unarchive(EventRequests.id(request), requesters.staff(request))));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Committed<Deletion> committed =
        lifecycle.delete(
            EventRequests.id(request), TypedTitle.of(request)::confirms, requesters.staff(request));
    switch (committed.result()) {
      case Deletion.Unknown unknown -> throw EventRequests.unknown();
      case Deletion.Unconfirmed(long count) ->
          throw Problem.of(Status.BAD_REQUEST_400, EventAnswers.unconfirmed(count));
      case Deletion.Deleted deleted -> {
        committed.lastSeq().ifPresent(seq -> response.header(CHANGE_SEQ, Long.toString(seq)));
        JsonHttp.sendNothing(response);
      }
    }
  }

  private EventResponse saved(EditOutcome outcome) {
    return switch (outcome) {
      case EditOutcome.Saved(Event event) -> shown(event);
      case EditOutcome.Refused(var problem) -> throw EventWords.refusal(problem);
      case EditOutcome.Unknown unknown -> throw EventRequests.unknown();
    };
  }

  private void sendSettled(
      ServerRequest request, ServerResponse response, Committed<Optional<Event>> committed) {
    JsonHttp.sendData(
        request, response, EventAnswers.settled(known(committed), committed.lastSeq()));
  }

  private EventResponse known(Committed<Optional<Event>> committed) {
    return shown(committed.result().orElseThrow(EventRequests::unknown));
  }

  private EventResponse shown(Event event) {
    return EventAnswers.event(event, tickets.count(event.id()));
  }
}
