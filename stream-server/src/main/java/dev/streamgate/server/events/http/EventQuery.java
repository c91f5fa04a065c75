package dev.streamgate.server.events.http;

import dev.streamgate.model.json.PageRequest;
import dev.streamgate.server.events.EventFilter;
import dev.streamgate.server.events.EventFilter.Order;
import dev.streamgate.server.events.EventFilter.State;
import dev.streamgate.server.events.EventFilter.Timeframe;
import dev.streamgate.server.foundation.Problem;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Function;

/// Reads which events a list shall show (API §4.3); a parameter left blank is one left out.
final class EventQuery {
  private final ServerRequest request;

  EventQuery(ServerRequest request) {
    this.request = request;
  }

  /// @throws Problem 400 naming the parameter whose value is unknown
  EventFilter filter() {
    return new EventFilter(
        choice("status", EventQuery::state).orElse(State.ACTIVE),
        choice("timeframe", EventQuery::timeframe),
        choice("sort", EventQuery::order).orElse(Order.START_DATE),
        choice("includeArchived", EventQuery::flag).orElse(false));
  }

  PageRequest page() {
    return PageRequest.read(parameter("page"), parameter("limit"))
        .orElseThrow(() -> Problem.badRequest("Invalid pagination"));
  }

  private <T> Optional<T> choice(String name, Function<String, Optional<T>> read) {
    return parameter(name)
        .map(value -> read.apply(value).orElseThrow(() -> Problem.badRequest("Invalid " + name)));
  }

  private Optional<String> parameter(String name) {
    return request.query().first(name).asOptional().filter(value -> !value.isBlank());
  }

  private static Optional<State> state(String value) {
    return switch (value) {
      case "active" -> Optional.of(State.ACTIVE);
      case "inactive" -> Optional.of(State.INACTIVE);
      case "archived" -> Optional.of(State.ARCHIVED);
      default -> Optional.empty();
    };
  }

  private static Optional<Timeframe> timeframe(String value) {
    return switch (value) {
      case "upcoming" -> Optional.of(Timeframe.UPCOMING);
      case "past" -> Optional.of(Timeframe.PAST);
      default -> Optional.empty();
    };
  }

  private static Optional<Order> order(String value) {
    return switch (value) {
      case "startDate" -> Optional.of(Order.START_DATE);
      case "title" -> Optional.of(Order.TITLE);
      case "tokenCount" -> Optional.of(Order.TICKET_COUNT);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> flag(String value) {
    return switch (value) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
