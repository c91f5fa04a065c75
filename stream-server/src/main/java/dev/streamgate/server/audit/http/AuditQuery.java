package dev.streamgate.server.audit.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditFilter;
import dev.streamgate.server.foundation.Problem;
import io.helidon.webserver.http.ServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads which rows of the audit trail are asked for (API §4.5); a parameter left blank is one left
/// out.
final class AuditQuery {
  private static final Predicate<String> TICKET_ID =
      Pattern.compile("[A-Za-z0-9-]{1,36}").asMatchPredicate();
  private static final Predicate<String> SESSION_ID =
      Pattern.compile("[A-Za-z0-9_-]{1,64}").asMatchPredicate();

  private final ServerRequest request;

  AuditQuery(ServerRequest request) {
    this.request = request;
  }

  /// @throws Problem 400 naming the first parameter whose value cannot be one
  AuditFilter filter() {
    return new AuditFilter(
        parameter("action").map(AuditQuery::action),
        parameter("since").map(value -> instant("since", value)),
        parameter("until").map(value -> instant("until", value)),
        id("eventId", EventId::isValid),
        id("tokenId", TICKET_ID),
        id("sessionId", SESSION_ID));
  }

  PageRequest page() {
    return PageRequest.read(parameter("page"), parameter("limit"))
        .orElseThrow(() -> Problem.badRequest("Invalid pagination"));
  }

  private Optional<String> id(String name, Predicate<String> isId) {
    Optional<String> id = parameter(name);
    if (id.filter(isId.negate()).isPresent()) {
      throw Problem.badRequest("Invalid " + name);
    }
    return id;
  }

  private Optional<String> parameter(String name) {
    return request.query().first(name).asOptional().filter(value -> !value.isBlank());
  }

  private static AuditAction action(String name) {
    return Arrays.stream(AuditAction.values())
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.badRequest("Unknown action"));
  }

  /// A query's `+` arrives as a blank (API §1).
  private static Instant instant(String name, String value) {
    try {
      return WireJson.parseInstant(value.replace(' ', '+'));
    } catch (DateTimeException e) {
      throw Problem.badRequest(
          "Invalid %s: expected a date such as 2026-03-10T14:00:00Z".formatted(name));
    }
  }
}
