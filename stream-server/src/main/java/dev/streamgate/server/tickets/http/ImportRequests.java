package dev.streamgate.server.tickets.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.JsonFields;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportRow;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.tickets.OrderProblem;
import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/// Reads codes to import, sent as JSON or as CSV (API §4.4). As CSV has no place for it, a dry run
/// is then asked for by `?dryRun=true`.
final class ImportRequests {
  private static final MediaType CSV = MediaTypes.create("text/csv");

  private ImportRequests() {}

  /// @throws Problem 415 for another format, 413 if it is too much at once, 400 if it is not of
  ///   this shape
  static ImportRequest read(ServerRequest request) {
    ImportRequest sent = JsonHttp.announces(request, CSV) ? csv(request) : json(request);
    if (sent.rows().isEmpty()) {
      throw noRows();
    }
    if (sent.rows().size() > ImportRequest.MAX_ROWS) {
      throw JsonHttp.tooLarge("At most %d rows at once".formatted(ImportRequest.MAX_ROWS));
    }
    return sent;
  }

  private static ImportRequest csv(ServerRequest request) {
    byte[] file = JsonHttp.readBytes(request, ImportRequest.MAX_BYTES);
    return new ImportRequest(ImportSheet.rows(file), dryRun(request));
  }

  private static boolean dryRun(ServerRequest request) {
    return switch (request.query().first("dryRun").orElse("")) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw wrongDryRun();
    };
  }

  private static ImportRequest json(ServerRequest request) {
    if (!JsonHttp.isJson(request)) {
      throw Problem.of(
          Status.UNSUPPORTED_MEDIA_TYPE_415, "Content-Type must be application/json or text/csv");
    }
    JsonNode sent = JsonHttp.read(request, JsonNode.class, ImportRequest.MAX_BYTES);
    List<ImportRow> rows = sent.path("rows").valueStream().map(ImportRequests::row).toList();
    boolean dryRun = new JsonFields(sent).flag("dryRun", ImportRequests::wrongDryRun).orElse(false);
    return new ImportRequest(rows, dryRun);
  }

  /// A code that is not text is none, and is told with its row.
  private static ImportRow row(JsonNode row) {
    if (!row.isObject()) {
      throw Problem.invalidBody();
    }
    return new ImportRow(
        row.path("code").isTextual() ? row.path("code").textValue() : "",
        new JsonFields(row)
            .text("label", () -> OrderWords.refusal(OrderProblem.LABEL))
            .orElse(null));
  }

  private static Problem noRows() {
    return Problem.badRequest("rows array is required");
  }

  private static Problem wrongDryRun() {
    return Problem.badRequest("Dry run must be true or false");
  }
}
