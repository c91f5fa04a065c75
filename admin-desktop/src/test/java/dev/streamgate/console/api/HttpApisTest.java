package dev.streamgate.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.Answer.Failed;
import dev.streamgate.console.api.Answer.Given;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.json.Data;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.Pagination;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.ImportRefusal;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportRow;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApisTest {
  private static final String SIGNED_IN =
      """
      {"data":{"success":true,"token":"3f1c9a","expiresAt":"2026-03-10T22:00:00.000Z",
      "mustChangePassword":false,"account":{"id":"acc-1","username":"admin","role":"owner"}}}
      """;
  private static final EventResponse EVENT = Samples.event("evt-1", "Gala");
  private static final TokenResponse TICKET = Samples.ticket(EVENT, 1);

  private final ServerApis apis = ServerApis.overHttp();
  private final LittleServer server;

  HttpApisTest() throws IOException {
    server = new LittleServer();
  }

  @BeforeEach
  void signIn() {
    server.replies(200, SIGNED_IN);
    assertThat(apis.staff().signIn(server.address(), "admin", "right")).isInstanceOf(Given.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theTokenOfTheSignInIsSentAsBearer() {
    server.replies(200, data(TICKET));
    apis.tickets().revoke("tkt-1");
    assertThat(server.asked(0).body()).isEqualTo("{\"username\":\"admin\",\"password\":\"right\"}");
    assertThat(server.asked(0).header("Content-type")).isEqualTo("application/json");
    assertThat(server.asked(1).method()).isEqualTo("PATCH");
    assertThat(server.asked(1).path()).isEqualTo("/api/admin/tokens/tkt-1/revoke");
    assertThat(server.asked(1).header("Authorization")).isEqualTo("Bearer 3f1c9a");
    assertThat(server.asked(1).header("X-requested-with")).isEqualTo("StreamGate");
  }

  @Test
  void whereThePortalIsTheServerSays() {
    String config =
        """
        {"appName":"StreamGate","codeStyle":"print","serverTime":"2026-03-10T14:00:00.000Z",
        "supportContact":null,"languages":["en"],"playbackBaseUrl":"https://media.example.com"%s}
        """;
    server
        .replies(200, config.formatted(",\"portalBaseUrl\":\"https://tickets.example.com\""))
        .replies(200, config.formatted(""));
    assertThat(apis.portal().portal())
        .isEqualTo(Answer.of(ServerAddress.read("https://tickets.example.com").orElseThrow()));
    assertThat(apis.portal().portal()).as("an older server").isEqualTo(Answer.of(server.address()));
  }

  @Test
  void aWrongPasswordIsARefusalAndNotAnEndedSignIn() {
    server.replies(401, "{\"error\":\"Invalid credentials\"}");
    assertThat(apis.staff().signIn(server.address(), "admin", "wrong"))
        .isEqualTo(Answer.failed(new ApiFailure.Refused(401, "Invalid credentials")));
    server.replies(401, "{\"error\":\"Unauthorized\"}");
    assertThat(apis.dashboard().dashboard()).isEqualTo(Answer.failed(new ApiFailure.SignInEnded()));
  }

  @Test
  void howManyWatchIsReadFromTheFiguresOfTheServer() {
    ServerAddress hosted = server.address();
    server.replies(200, "# TYPE x gauge\nstreamgate_active_sessions 3.0\nother_sessions 7.0\n");
    assertThat(apis.portal().watching(hosted)).isEqualTo(Answer.of(3L));
    assertThat(server.asked(1).path()).isEqualTo("/metrics");
    server.replies(200, "other_sessions 7.0\n");
    assertThat(apis.portal().watching(hosted))
        .isEqualTo(Answer.failed(new ApiFailure.NotStreamGate()));
  }

  @Test
  void aLimitTellsHowLongToWait() {
    server.replies(429, "{\"error\":\"Too many\"}", Map.of("Retry-After", "17"));
    assertThat(apis.staff().signIn(server.address(), "admin", "wrong"))
        .isEqualTo(
            Answer.failed(
                new ApiFailure.Refused(429, "Too many", Optional.of(Duration.ofSeconds(17)))));
  }

  @Test
  void somethingElseIsNotTakenForStreamGate() {
    server.replies(200, "<html>hello</html>");
    assertThat(apis.dashboard().dashboard())
        .isEqualTo(Answer.failed(new ApiFailure.NotStreamGate()));
    server.replies(404, "<html>no</html>");
    assertThat(apis.dashboard().dashboard())
        .isEqualTo(Answer.failed(new ApiFailure.NotStreamGate()));
    server.replies(502, "Bad Gateway");
    assertThat(failure(apis.dashboard().dashboard())).isInstanceOf(ApiFailure.Unreachable.class);
  }

  @Test
  void aStoppedServerIsUnreachable() {
    server.close();
    assertThat(failure(apis.dashboard().dashboard())).isInstanceOf(ApiFailure.Unreachable.class);
  }

  @Test
  void ticketsAreAskedForPageByPage() {
    server.replies(200, page(new Page<>(List.of(TICKET), Pagination.of(2, 50, 51))));
    TicketQuery query =
        new TicketQuery(Optional.of("evt-1"), Optional.of(TokenStatus.UNUSED), "VIP & co", 2);
    assertThat(given(apis.tickets().list(query)).data()).containsExactly(TICKET);
    assertThat(server.asked(1).path())
        .isEqualTo(
            "/api/admin/tokens?eventId=evt-1&status=unused&search=VIP%20%26%20co&page=2&limit=50");
  }

  @Test
  void allEventsAreAskedForAsActiveAndDeactivatedOnesAndAllPages() {
    EventResponse older = Samples.pastEvent("evt-2", "Older");
    EventResponse inactive = Samples.inactiveEvent("evt-3", "Inactive");
    server
        .replies(200, page(new Page<>(List.of(EVENT), Pagination.of(1, 200, 201))))
        .replies(200, page(new Page<>(List.of(older), Pagination.of(2, 200, 201))))
        .replies(200, page(new Page<>(List.of(inactive), Pagination.of(1, 200, 1))));
    assertThat(given(apis.events().list(EventQuery.DEFAULT)))
        .containsExactly(inactive, EVENT, older);
    assertThat(server.asked(2).path()).contains("status=active").contains("page=2");
    assertThat(server.asked(3).path()).contains("status=inactive").contains("page=1");
  }

  @Test
  void aDeletionCarriesTheTitlePercentEncoded() {
    server.replies(204, "");
    assertThat(apis.events().delete("evt-1", "Frühlings Gala")).isInstanceOf(Given.class);
    assertThat(server.asked(1).header("X-confirm-delete")).isEqualTo("Fr%C3%BChlings%20Gala");
  }

  @Test
  void anExportKeepsTheServersFileName() {
    server.replies(
        200,
        "Code\r\nABC\r\n",
        Map.of("Content-Disposition", "attachment; filename=\"tokens-Gala.csv\""));
    assertThat(given(apis.tickets().export("evt-1")))
        .isEqualTo(new ExportedTickets("tokens-Gala.csv", "Code\r\nABC\r\n"));
    assertThat(server.asked(1).path()).endsWith("/tokens/export?progress=true");
  }

  @Test
  void aRefusedImportIsAnAnswerWithItsRows() {
    server.replies(
        400,
        """
        {"error":"Import refused","rows":[{"row":3,"code":"AB","reason":"Already in use"}]}
        """);
    ImportRequest request = new ImportRequest(List.of(new ImportRow("AB", null)), true);
    assertThat(given(apis.tickets().importRows("evt-1", request)).refused())
        .containsExactly(new ImportRefusal.Row(3, "AB", "Already in use"));
    server.replies(400, "{\"error\":\"rows array is required\"}");
    assertThat(failure(apis.tickets().importRows("evt-1", request)))
        .isEqualTo(new ApiFailure.Refused(400, "rows array is required"));
  }

  @Test
  void theStreamIsReadMessageByMessage() {
    server.replies(
        200,
        """
        :

        event: opening
        data: {"serverTime":"2026-03-10T15:30:00.000Z","role":"owner","kinds":[]}

        event: of-tomorrow
        data: {}

        event: locked
        id: 2
        data: {"addresses":[]}

        """);
    List<ConsoleMessage> heard = new ArrayList<>();
    assertThat(apis.live().follow(heard::add)).isEqualTo(Answer.of(Done.DONE));
    assertThat(heard)
        .containsExactly(
            new ConsoleMessage.Opening(Samples.NOW, StaffRole.OWNER, List.of()),
            new ConsoleMessage.Locked(List.of()));
  }

  @Test
  void aBackupIsWholeOrNotThere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("backup.zip");
    server.replies(200, "zip zip");
    assertThat(apis.settings().backup(file, bytes -> {})).isEqualTo(Answer.of(file));
    assertThat(file).hasContent("zip zip");
    Files.delete(file);
    server.replies(403, "{\"error\":\"Forbidden\"}");
    assertThat(failure(apis.settings().backup(file, bytes -> {})))
        .isEqualTo(new ApiFailure.Refused(403, "Forbidden"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theExchangeForSupportHoldsNoSignIn() {
    server.replies(400, "{\"error\":\"Query is required\"}");
    apis.support().diagnose("x");
    assertThat(apis.support().lastExchange())
        .contains("POST /api/admin/diagnostics", "HTTP 400")
        .doesNotContainIgnoringCase("3f1c9a");
  }

  @Test
  void afterSigningOutNoTokenIsSent() {
    server
        .replies(200, "{\"data\":{\"success\":true}}")
        .replies(401, "{\"error\":\"Unauthorized\"}");
    apis.staff().signOut();
    apis.dashboard().dashboard();
    assertThat(server.count()).isEqualTo(3);
    assertThat(server.asked(2).header("Authorization")).isEmpty();
  }

  private static String data(Object value) {
    return text(new Data<>(value));
  }

  private static String page(Page<?> page) {
    return text(page);
  }

  private static String text(Object value) {
    return new String(WireJson.bytes(value), StandardCharsets.UTF_8);
  }

  private static <T> T given(Answer<T> answer) {
    return switch (answer) {
      case Given<T>(T value) -> value;
      case Failed<T>(ApiFailure failure) -> throw new AssertionError(failure.toString());
    };
  }

  private static ApiFailure failure(Answer<?> answer) {
    return switch (answer) {
      case Given<?> given -> throw new AssertionError(given.toString());
      case Failed<?>(ApiFailure failure) -> failure;
    };
  }
}
