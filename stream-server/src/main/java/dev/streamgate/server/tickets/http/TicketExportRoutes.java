package dev.streamgate.server.tickets.http;

import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.tickets.TicketExport;
import dev.streamgate.server.tickets.TicketExport.Columns;
import dev.streamgate.server.tickets.TicketExport.Spreadsheet;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The tickets of an event as a file to save (API §4.4).
public final class TicketExportRoutes {
  private static final Header CSV =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
  private static final Pattern UNFIT_FOR_FILE_NAMES = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");
  private static final int MAX_NAME = 80;

  private final TicketExport export;
  private final Requesters requesters;

  public TicketExportRoutes(TicketExport export, Requesters requesters) {
    this.export = export;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.get("/api/admin/events/{id}/tokens/export", Access.MANAGERS, this::download);
  }

  private void download(ServerRequest request, ServerResponse response) {
    Spreadsheet sheet =
        export
            .of(TicketRequests.eventId(request), columns(request), requesters.staff(request))
            .orElseThrow(TicketRequests::unknownEvent);
    response
        .header(CSV)
        .header(NO_STORE)
        .header(HeaderNames.CONTENT_DISPOSITION, disposition(sheet.eventTitle()));
    Body.send(request, response, sheet.csv().getBytes(StandardCharsets.UTF_8));
  }

  private static Columns columns(ServerRequest request) {
    return switch (request.query().first("progress").asOptional().orElse("false")) {
      case "false" -> Columns.TICKET;
      case "true" -> Columns.TICKET_AND_PROGRESS;
      default -> throw Problem.badRequest("Invalid progress");
    };
  }

  private static String disposition(String title) {
    String name = UNFIT_FOR_FILE_NAMES.matcher(title).replaceAll("-");
    String cut = name.substring(0, Math.min(name.length(), MAX_NAME));
    return "attachment; filename=\"tokens-%s.csv\""
        .formatted(OUTER_HYPHENS.matcher(cut).replaceAll(""));
  }
}
