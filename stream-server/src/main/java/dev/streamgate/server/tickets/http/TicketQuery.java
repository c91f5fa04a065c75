package dev.streamgate.server.tickets.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.text.PlainText;
import dev.streamgate.model.text.TextLimits;
import dev.streamgate.model.tickets.TokenStatus;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.tickets.TicketFilter;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Reads which tickets a list shall show (API §4.4); a parameter left blank is one left out.
final class TicketQuery {
  private final ServerRequest request;

  TicketQuery(ServerRequest request) {
    this.request = request;
  }

  /// The tickets of all events, or of the one that `eventId` names.
  ///
  /// @throws Problem 400 naming the parameter whose value is unknown
  TicketFilter filter() {
    return filter(parameter("eventId").map(TicketQuery::eventId));
  }

  /// The tickets of one event.
  TicketFilter filterOf(EventId event) {
    return filter(Optional.of(event));
  }

  PageRequest page() {
    return PageRequest.read(parameter("page"), parameter("limit"))
        .orElseThrow(() -> Problem.badRequest("Invalid pagination"));
  }

  private TicketFilter filter(Optional<EventId> event) {
    return new TicketFilter(event, parameter("status").map(TicketQuery::status), search());
  }

  private Optional<String> search() {
    Optional<String> search =
        parameter("search").map(PlainText::line).filter(text -> !text.isEmpty());
    if (search.filter(text -> text.length() > TextLimits.LABEL).isPresent()) {
      throw Problem.badRequest("Invalid search");
    }
    return search;
  }

  private Optional<String> parameter(String name) {
    return request.query().first(name).asOptional().filter(value -> !value.isBlank());
  }

  private static EventId eventId(String value) {
    if (!EventId.isValid(value)) {
      throw Problem.badRequest("Invalid eventId");
    }
    return new EventId(value);
  }

  private static TokenStatus status(String value) {
    return WireJson.choice(value, TokenStatus.class)
        .orElseThrow(() -> Problem.badRequest("Invalid status"));
  }
}
