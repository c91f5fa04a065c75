package dev.streamgate.server.tickets.http;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketImportTest {
  private static final String TOKENS = "/api/admin/events/evt-1/tokens";
  private static final String IMPORT = TOKENS + "/import";
  private final StaffOffice office = new StaffOffice(TestDatabase.HSQLDB);
  private final ServerUnderTest server = new ServerUnderTest(office::register);

  @BeforeEach
  void anEvent() {
    office.events.insert(runningEvent("evt-1"));
  }

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  @Test
  void codesBecomeTickets() {
    Answer answer =
        json("{\"code\":\" ab-12.cd_3 \",\"label\":\" Row 1 \"},{\"code\":\"Hall2Seat7\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).isEqualTo("{\"data\":{\"imported\":2}}");
    var listed = server.get(TOKENS).data();
    assertThat(listed.findValuesAsText("code")).containsExactly("ab12cd3", "Hall2Seat7");
    assertThat(listed.findValuesAsText("codeStyle")).containsOnly("imported");
    assertThat(listed.get(0).path("label").asText()).isEqualTo("Row 1");
    assertThat(listed.get(1).path("label").isNull()).isTrue();
    assertThat(listed.get(0).path("expiresAt").asText()).isEqualTo("2026-03-12T15:00:00.000Z");
    assertThat(office.auditTrail()).containsExactly("TOKENS_IMPORTED 2 tickets");
  }

  @Test
  void everyBadRowIsNamedAndNothingIsStored() {
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "ABC0123", "evt-1")));

    Answer refused =
        json(
            """
            {"code":"GOOD12"},{"code":"AB"},{"code":"good-I2"},{"code":"abcOl23"},
            {"code":123456},{"code":"ÄÖÜ123"},{"code":"GOOD34","label":"%s"},{"code":null},{}
            """
                .formatted("x".repeat(201)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo("Import refused");
    assertThat(refused.json().path("rows").toString())
        .isEqualTo(
            """
            [{"row":2,"code":"AB","reason":"Code must be 6 to 64 letters and digits"},\
            {"row":3,"code":"good-I2","reason":"Duplicate of row 1"},\
            {"row":4,"code":"abcOl23","reason":"Already in use"},\
            {"row":5,"code":"","reason":"Code must be 6 to 64 letters and digits"},\
            {"row":6,"code":"ÄÖÜ123","reason":"Code must be 6 to 64 letters and digits"},\
            {"row":7,"code":"GOOD34","reason":"Label must be at most 200 characters"},\
            {"row":8,"code":"","reason":"Code must be 6 to 64 letters and digits"},\
            {"row":9,"code":"","reason":"Code must be 6 to 64 letters and digits"}]\
            """);
    assertThat(total()).isEqualTo(1);
    assertThat(office.auditTrail()).isEmpty();
  }

  @Test
  void aDryRunTellsTheSameAndStoresNothing() {
    Answer trial =
        server.send("POST", IMPORT, "{\"rows\":[{\"code\":\"GOOD12\"}],\"dryRun\":true}");

    assertThat(trial.status()).isEqualTo(200);
    assertThat(trial.text()).isEqualTo("{\"data\":{\"imported\":1}}");
    assertThat(csv(IMPORT + "?dryRun=true", "Code\nGOOD12\n").status()).isEqualTo(200);
    assertThat(csv(IMPORT + "?dryRun=true", "Code\nBAD\n").json().path("rows")).hasSize(1);
    assertThat(total()).isZero();
    assertThat(office.auditTrail()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Code,Label\nAAA111,First\nBBB222,\n",
        "\uFEFFCode;Label\r\nAAA111;First\r\n\r\nBBB222;\r\n",
        "code , label\n\"AAA111\",\"First\"\n\"BBB222\"",
        "CODE;LABEL\n\"AAA-111\";First\n\"BBB 222\"\n",
      })
  void spreadsheetProgramsMayWriteTheirOwnCsv(String file) {
    assertThat(csv(IMPORT, file).status()).isEqualTo(201);

    var listed = server.get(TOKENS).data();
    assertThat(listed.findValuesAsText("code")).containsExactly("AAA111", "BBB222");
    assertThat(listed.findValuesAsText("label")).containsExactly("First", "null");
  }

  @Test
  void aQuotedLabelMayHoldWhatSeparates() {
    assertThat(csv(IMPORT, "Code,Label\nAAA111,\"Box \"\"A\"\", left;\"\n").status())
        .isEqualTo(201);

    assertThat(server.get(TOKENS).data().get(0).path("label").asText())
        .isEqualTo("Box \"A\", left;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                      | The first line must be Code or Code,Label
          AAA111                  | The first line must be Code or Code,Label
          Label,Code              | The first line must be Code or Code,Label
          Code                    | rows array is required
          Code~AAA111,First       | Row 1 has more columns than the header
          Code~AAA111~"BBB222     | The file is not CSV: a quotation mark is out of place
          Code~"AAA111"x          | The file is not CSV: a quotation mark is out of place
          """)
  void aFileOfAnotherFormIsRefused(String file, String error) {
    Answer refused = csv(IMPORT, file.replace('~', '\n'));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                           | rows array is required
          {"rows":[]}                                  | rows array is required
          {"rows":"AAA111"}                            | rows array is required
          {"rows":["AAA111"]}                          | Invalid request body
          {"rows":[{"code":"AAA111"}],"dryRun":"yes"}  | Dry run must be true or false
          {"rows":[{"code":"AAA111","label":5}]}       | Label must be text of at most 200 characters
          """)
  void aBodyOfAnotherFormIsRefused(String body, String error) {
    Answer refused = server.send("POST", IMPORT, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
  }

  @Test
  void asManyRowsAsAllowedAreTakenAndNoMore() {
    assertThat(csv(IMPORT, "Code\n" + codes(ImportRequest.MAX_ROWS + 1)).status()).isEqualTo(413);
    assertThat(total()).isZero();

    assertThat(csv(IMPORT, "Code\n" + codes(ImportRequest.MAX_ROWS)).status()).isEqualTo(201);
    assertThat(total()).isEqualTo(ImportRequest.MAX_ROWS);

    Answer again = csv(IMPORT, "Code\n" + codes(ImportRequest.MAX_ROWS));
    assertThat(again.json().path("rows")).hasSize(ImportRequest.MAX_ROWS);
  }

  @Test
  void aLargeBodyIsRefusedButOneLargerThanElsewhereIsNot() {
    String label = "x".repeat(200);

    assertThat(json("{\"code\":\"AAA111\",\"label\":\"%s\"}".formatted("x".repeat(70_000))).error())
        .isEqualTo("Import refused");
    Answer refused = csv(IMPORT, "Code,Label\n" + ("AAA111," + label + "\n").repeat(2_600));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.error()).isEqualTo("Request body too large");
  }

  @Test
  void onlyJsonAndCsvAreRead() {
    Answer refused =
        server.sendAs("text/plain", IMPORT, "Code\nAAA111", "X-Requested-With", "Console");

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.error()).isEqualTo("Content-Type must be application/json or text/csv");
  }

  @Test
  void aFileAnotherSiteCouldHaveSentIsRefused() {
    Answer refused = server.sendAs("text/csv", IMPORT, "Code\nAAA111");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.error()).isEqualTo("Cross-site request refused");
    assertThat(total()).isZero();
  }

  @Test
  void thereIsNoImportWithoutEvent() {
    Answer refused = csv("/api/admin/events/evt-9/tokens/import", "Code\nAAA111");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.error()).isEqualTo("Event not found");
  }

  private Answer json(String rows) {
    return server.send("POST", IMPORT, "{\"rows\":[" + rows + "]}");
  }

  private Answer csv(String path, String file) {
    return server.sendAs("text/csv; charset=utf-8", path, file, "X-Requested-With", "Console");
  }

  private static String codes(int count) {
    return IntStream.range(0, count)
        .mapToObj("SEAT%06d"::formatted)
        .collect(Collectors.joining("\n"));
  }

  private int total() {
    return server.get(TOKENS).json().path("pagination").path("total").asInt();
  }
}
