package dev.streamgate.server.tickets.http;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.tickets.TicketEditor;
import dev.streamgate.server.tickets.db.JdbcEditableTickets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryDatabase
class TicketEditRoutesTest {
  private static final String TICKET = "/api/admin/tokens/tkt-1";

  private final StaffOffice office;
  private final ServerUnderTest server;

  TicketEditRoutesTest(TestDatabase kind) {
    office = new StaffOffice(kind);
    server = new ServerUnderTest(office::register);
  }

  @BeforeEach
  void aTicketWithThreeTakeovers() {
    office.events.insert(runningEvent("evt-1"));
    office.tickets.insertAll(List.of(unusedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));
    office.database.update(
        "counting takeovers", handle -> handle.execute("UPDATE tickets SET takeovers_used = 3"));
  }

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  @Test
  void theFieldsThatWereSentAreChangedAndTheTicketIsAnswered() {
    Answer edited = edit("{\"label\":\" Row\\u0007 7 \",\"maxSessions\":5,\"takeoversUsed\":0}");

    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.data().path("label").asText()).isEqualTo("Row 7");
    assertThat(edited.data().path("maxSessions").asInt()).isEqualTo(5);
    assertThat(edited.data().path("takeoversUsed").asInt()).isZero();
    assertThat(edited.data()).isEqualTo(server.get("/api/admin/tokens").data().get(0));
    assertThat(office.auditTrail())
        .containsExactly("TOKEN_UPDATED Changed: label, maxSessions 1 → 5, takeoversUsed 3 → 0.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"label":null}
          {"label":"  "}
          """)
  void aLabelIsTakenOffByNothing(String sent) {
    edit("{\"label\":\"Row 7\"}");

    assertThat(edit(sent).data().path("label").isNull()).isTrue();
    assertThat(edit("{\"maxSessions\":2}").data().path("label").isNull()).isTrue();
  }

  @Test
  void whatIsAsItWasLeavesNoTrace() {
    assertThat(edit("{}").status()).isEqualTo(200);
    assertThat(edit("{\"maxSessions\":1,\"takeoversUsed\":3,\"label\":\"\"}").status())
        .isEqualTo(200);

    assertThat(office.auditTrail()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"label":7}          | Label must be text of at most 200 characters
          {"maxSessions":0}    | Devices per ticket must be between 1 and 5
          {"maxSessions":6}    | Devices per ticket must be between 1 and 5
          {"maxSessions":"2"}  | Devices per ticket must be between 1 and 5
          {"takeoversUsed":4}  | Takeovers used must be a whole number from 0 to how many are used now
          {"takeoversUsed":-1} | Takeovers used must be a whole number from 0 to how many are used now
          {"takeoversUsed":1.5}| Takeovers used must be a whole number from 0 to how many are used now
          {"maxSessions":6,"takeoversUsed":4} | Devices per ticket must be between 1 and 5; Takeovers used must be a whole number from 0 to how many are used now
          """)
  void aWrongFieldIsNamedAndNothingIsChanged(String sent, String error) {
    String before = server.get("/api/admin/tokens").text();

    Answer refused = edit(sent);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
    assertThat(server.get("/api/admin/tokens").text()).isEqualTo(before);
    assertThat(office.auditTrail()).isEmpty();
  }

  @Test
  void twoHundredCharactersAreTheLongestLabel() {
    assertThat(edit("{\"label\":\"" + "x".repeat(200) + "\"}").status()).isEqualTo(200);
    assertThat(edit("{\"label\":\"" + "x".repeat(201) + "\"}").status()).isEqualTo(400);
  }

  @Test
  void aTicketThatIsNotThereIsNotFound() {
    Answer answer = server.send("PATCH", "/api/admin/tokens/tkt-9", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("Token not found");
  }

  @Test
  void whatCannotBeAuditedIsNotChanged() {
    TicketEditor unaudited =
        new TicketEditor(
            new JdbcEditableTickets(office.database),
            office.database::inTransaction,
            entry -> {
              throw new IllegalStateException("the trail is full");
            });

    assertThatThrownBy(() ->
            unaudited.edit("tkt-1", new TokenEditRequest("Row 7", null, null), StaffOffice.MANAGER))
        .hasMessage("the trail is full");

    assertThat(office.tickets.findById("tkt-1").orElseThrow().label()).isNull();
  }

  private Answer edit(String json) {
    return server.send("PATCH", TICKET, json);
  }
}
