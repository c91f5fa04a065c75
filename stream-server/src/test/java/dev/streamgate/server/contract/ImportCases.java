package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Case.Step;
import dev.streamgate.server.contract.Stage.Ticket;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;

/// Codes from elsewhere.
final class ImportCases {
  private static final String CSV = "text/csv";
  private static final int TOO_MANY_ROWS = 5001;
  private static final int TOO_MANY_BYTES = 512 * 1024 + 1;

  private ImportCases() {}

  static Stream<Cases> all() {
    return Stream.of(asJson(), asCsv());
  }

  private static Cases asJson() {
    return Cases.of("importTickets", ImportCases::intoNewEvent)
        .good(200, json("\"rows\":[{\"code\":\"DRY-RUN-1\",\"label\":null}],\"dryRun\":true"))
        .good(201, json("\"rows\":[{\"code\":\"JSON-0001\",\"label\":\"Row 4\"}]"))
        .refused(400, "rows array is required", json("\"rows\":[]"))
        .refused(
            400,
            "Dry run must be true or false",
            json("\"rows\":[{\"code\":\"DRYRUN\"}],\"dryRun\":\"no\""))
        .refused(
            400,
            "Label must be text of at most 200 characters",
            json("\"rows\":[{\"code\":\"LABEL1\",\"label\":7}]"))
        .refused(400, "Import refused", ImportCases::everyReason)
        .refused(413, "At most 5000 rows at once", (it, stage) -> it.json(manyRows()))
        .refused(
            404,
            "Event not found",
            (it, stage) -> it.path("id", "nothing").json("{\"rows\":[{\"code\":\"CODE01\"}]}"));
  }

  private static Cases asCsv() {
    return Cases.of("importTickets", ImportCases::intoNewEvent)
        .good(200, csv("Code\r\nDRYRUN2\r\n").then((it, stage) -> it.query("dryRun=true")))
        .good(201, csv("Code;Label\nCSV-0001;Row 4\n"))
        .refused(
            400,
            "Dry run must be true or false",
            csv("Code\nDRYRUN3\n").then((it, stage) -> it.query("dryRun=maybe")))
        .refused(400, "The first line must be Code or Code,Label", csv("Ticket\nCODE01\n"))
        .refused(400, "Row 1 has more columns than the header", csv("Code\nCODE01,Row 4\n"))
        .refused(
            400, "The file is not CSV: a quotation mark is out of place", csv("Code\n\"AB\"C\n"))
        .refused(
            400,
            "The file must be text in UTF-8",
            (it, stage) -> it.body("text/csv; charset=iso-8859-1", "Code,Label\nCODE01,Gänge\n"))
        .refused(413, "Request body too large", csv("Code\n" + "x".repeat(TOO_MANY_BYTES)));
  }

  private static Ask intoNewEvent(Ask ask, Stage stage) {
    return ask.bearer(stage.manager()).deliberately().path("id", stage.event());
  }

  private static Step json(String fields) {
    return (it, stage) -> it.json("{" + fields + "}");
  }

  private static Step csv(String text) {
    return (it, stage) -> it.body(CSV, text);
  }

  private static String manyRows() {
    Map<String, String> row = Map.of("code", "CODE01");
    return Stage.json(Map.of("rows", Collections.nCopies(TOO_MANY_ROWS, row)));
  }

  private static Ask everyReason(Ask ask, Stage stage) {
    Ticket known = stage.ticket(stage.event());
    return ask.json(
        """
        {"rows":[{"code":"%s"},{"code":"AB"},{"code":"SAME01"},{"code":"SAME01"},
          {"code":"LABEL2","label":"%s"}]}
        """
            .formatted(known.code(), "x".repeat(201)));
  }
}
