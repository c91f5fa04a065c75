package dev.streamgate.server.tickets.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.JsonFields;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.tickets.TicketEdit;
import dev.streamgate.server.tickets.TicketEditor;
import dev.streamgate.server.tickets.TicketListing;
import dev.streamgate.server.tickets.TicketProblem;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Editing single tickets.
public final class TicketEditRoutes {
  private final TicketEditor editor;
  private final TicketListing listing;
  private final Requesters requesters;
  private final InstantSource clock;

  public TicketEditRoutes(
      TicketEditor editor, TicketListing listing, Requesters requesters, InstantSource clock) {
    this.editor = editor;
    this.listing = listing;
    this.requesters = requesters;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes.patch("/api/admin/tokens/{id}", Access.MANAGERS, this::edit);
  }

  private void edit(ServerRequest request, ServerResponse response) {
    String id = TicketRequests.ticketId(request);
    switch (editor.edit(id, fields(request), requesters.staff(request))) {
      case TicketEdit.Saved saved -> show(request, response, id);
      case TicketEdit.Refused(var problems) -> throw EditWords.refusal(problems);
      case TicketEdit.Unknown unknown -> throw TicketRequests.unknownTicket();
    }
  }

  private void show(ServerRequest request, ServerResponse response, String id) {
    Instant now = clock.instant();
    JsonHttp.sendData(
        request,
        response,
        listing
            .find(id, now)
            .map(line -> TicketAnswers.ticket(line, now))
            .orElseThrow(TicketRequests::unknownTicket));
  }

  /// The fields to change; null takes the label off.
  private static TokenEditRequest fields(ServerRequest request) {
    JsonFields fields = new JsonFields(JsonHttp.read(request, JsonNode.class));
    return new TokenEditRequest(
        fields.isNull("label")
            ? ""
            : fields.text("label", refusing(TicketProblem.LABEL)).orElse(null),
        fields.integer("maxSessions", refusing(TicketProblem.MAX_SESSIONS)).orElse(null),
        fields.integer("takeoversUsed", refusing(TicketProblem.TAKEOVERS_USED)).orElse(null));
  }

  private static Supplier<RuntimeException> refusing(TicketProblem problem) {
    return () -> EditWords.refusal(List.of(problem));
  }
}
