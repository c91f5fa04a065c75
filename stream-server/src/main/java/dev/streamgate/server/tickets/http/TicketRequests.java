package dev.streamgate.server.tickets.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.JsonFields;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.BulkRevokeRequest;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.model.tickets.InvalidTokenIds;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.tickets.OrderProblem;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads what staff ask about tickets.
final class TicketRequests {
  private static final Pattern TICKET_ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

  private TicketRequests() {}

  /// The event that the path names.
  ///
  /// @throws Problem 404 if it cannot be the id of one
  static EventId eventId(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!EventId.isValid(id)) {
      throw unknownEvent();
    }
    return new EventId(id);
  }

  /// The ticket that the path names.
  ///
  /// @throws Problem 404 if it cannot be the id of one
  static String ticketId(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!isTicketId(id)) {
      throw unknownTicket();
    }
    return id;
  }

  static Problem unknownEvent() {
    return Problem.notFound("Event not found");
  }

  static Problem unknownTicket() {
    return Problem.notFound("Token not found");
  }

  static Problem unknownTickets(List<String> ids) {
    return Problem.of(Status.BAD_REQUEST_400, new InvalidTokenIds("Some tokens do not exist", ids));
  }

  /// An order for a batch.
  ///
  /// @throws Problem 400 naming the first field of a wrong type
  static GenerateRequest order(ServerRequest request) {
    JsonFields fields = new JsonFields(JsonHttp.read(request, JsonNode.class));
    return new GenerateRequest(
        fields.integer("count", refusing(OrderProblem.COUNT)).orElse(null),
        fields.text("label", refusing(OrderProblem.LABEL)).orElse(null),
        fields.choice("codeStyle", CodeStyle.class, refusing(OrderProblem.CODE_STYLE)).orElse(null),
        fields.integer("maxSessions", refusing(OrderProblem.MAX_SESSIONS)).orElse(null),
        fields
            .choice("accessLevel", AccessLevel.class, refusing(OrderProblem.ACCESS_LEVEL))
            .orElse(null),
        fields.text("item", refusing(OrderProblem.ITEM)).orElse(null),
        fields.integer("maxHeight", refusing(OrderProblem.MAX_HEIGHT)).orElse(null));
  }

  /// The ids of the tickets to revoke together.
  ///
  /// @throws Problem 400 if there are none or too many, or with those that cannot be ids
  static Set<String> ticketIds(ServerRequest request) {
    JsonNode sent = JsonHttp.read(request, JsonNode.class).path("tokenIds");
    if (!sent.isArray() || sent.isEmpty()) {
      throw Problem.badRequest("tokenIds array is required");
    }
    if (sent.size() > BulkRevokeRequest.MAX_TOKENS) {
      throw tooMany();
    }
    List<JsonNode> malformed = sent.valueStream().filter(id -> !isTicketId(id)).toList();
    if (!malformed.isEmpty()) {
      throw unknownTickets(malformed.stream().map(JsonNode::asText).toList());
    }
    return new LinkedHashSet<>(sent.valueStream().map(JsonNode::textValue).toList());
  }

  private static Problem tooMany() {
    String error = "At most %d tokens at once".formatted(BulkRevokeRequest.MAX_TOKENS);
    return Problem.of(Status.BAD_REQUEST_400, new InvalidTokenIds(error, List.of()));
  }

  private static boolean isTicketId(JsonNode id) {
    return id.isTextual() && isTicketId(id.textValue());
  }

  private static boolean isTicketId(String id) {
    return TICKET_ID.matcher(id).matches();
  }

  private static Supplier<RuntimeException> refusing(OrderProblem problem) {
    return () -> OrderWords.refusal(problem);
  }
}
