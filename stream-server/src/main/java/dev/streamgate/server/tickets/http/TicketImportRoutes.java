package dev.streamgate.server.tickets.http;

import dev.streamgate.model.json.Data;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportResponse;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.tickets.ImportOutcome;
import dev.streamgate.server.tickets.TicketImport;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Codes from somewhere else (API §4.4).
public final class TicketImportRoutes {
  private final TicketImport tickets;
  private final Requesters requesters;

  public TicketImportRoutes(TicketImport tickets, Requesters requesters) {
    this.tickets = tickets;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/events/{id}/tokens/import", Access.MANAGERS, this::take);
  }

  /// A dry run answers 200 with what would be imported, as nothing was created.
  private void take(ServerRequest request, ServerResponse response) {
    var event = TicketRequests.eventId(request);
    ImportRequest sent = ImportRequests.read(request);
    int imported =
        switch (tickets.run(event, sent, requesters.staff(request))) {
          case ImportOutcome.Imported(int count) -> count;
          case ImportOutcome.Refused(var rows) ->
              throw Problem.of(Status.BAD_REQUEST_400, ImportAnswers.refusal(rows));
          case ImportOutcome.UnknownEvent unknown -> throw TicketRequests.unknownEvent();
          case ImportOutcome.Contended contended -> throw contended();
        };
    JsonHttp.send(
        request,
        response,
        sent.dryRun() ? Status.OK_200 : Status.CREATED_201,
        new Data<>(new ImportResponse(imported)));
  }

  private static Problem contended() {
    return Problem.of(Status.CONFLICT_409, "Some codes are being imported by others. Try again.");
  }
}
