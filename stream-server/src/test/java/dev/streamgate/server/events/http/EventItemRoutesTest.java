package dev.streamgate.server.events.http;

import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventItemRoutesTest {
  private static final String EVENT = "/api/admin/events/evt-1";
  private static final String ITEMS = EVENT + "/items";
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
  void itemsKeepTheirOrderAndComeWithTheEvent() {
    Answer saved =
        put(
            """
            {"item":"talk-2","title":" The second ","availableAt":"2026-03-11T10:00:00+01:00"},
            {"item":"Talk_1"},{"item":"panel","title":"","availableAt":null}\
            """);

    String items =
        """
        [{"item":"talk-2","title":"The second","availableAt":"2026-03-11T09:00:00.000Z"},\
        {"item":"Talk_1","title":null,"availableAt":null},\
        {"item":"panel","title":null,"availableAt":null}]\
        """;
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.data().toString()).isEqualTo(items);
    assertThat(server.get(ITEMS).data().toString()).isEqualTo(items);
    assertThat(server.get(EVENT).data().path("items").toString()).isEqualTo(items);
    assertThat(server.get("/api/admin/events").data().get(0).has("items")).isFalse();
    assertThat(office.auditTrail())
        .containsExactly(
            "EVENT_ITEMS_UPDATED Items: talk-2 from 2026-03-11T09:00:00.000Z, Talk_1, panel");
  }

  @Test
  void newItemsTakeThePlaceOfTheOldOnes() {
    put("{\"item\":\"one\"},{\"item\":\"two\"}");
    put("{\"item\":\"two\"},{\"item\":\"three\"}");

    assertThat(server.get(ITEMS).data().findValuesAsText("item")).containsExactly("two", "three");
    assertThat(put("").data()).isEmpty();
    assertThat(server.get(EVENT).data().path("items")).isEmpty();
    assertThat(office.auditTrail()).last().isEqualTo("EVENT_ITEMS_UPDATED No items");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"item":"../etc"}                     | Item "../etc" must be the name of a folder, and not preview or cache
          {"item":"preview"}                    | Item "preview" must be the name of a folder, and not preview or cache
          {"item":"Cache"}                      | Item "Cache" must be the name of a folder, and not preview or cache
          {"item":"-a"}                         | Item "-a" must be the name of a folder, and not preview or cache
          {"item":7}                            | Item "" must be the name of a folder, and not preview or cache
          {}                                    | Item "" must be the name of a folder, and not preview or cache
          {"item":"a"},{"item":"A"}             | Item "A" is there twice
          {"item":"a","title":5}                | Title of item "a" must be text of at most 200 characters
          {"item":"a","availableAt":"tomorrow"} | Invalid date format of item "a"
          {"item":"a","availableAt":1741615200} | Invalid date format of item "a"
          {"item":"a","availableAt":"2026-03-11"} | Invalid date format of item "a"
          5                                     | Invalid request body
          """)
  void aWrongItemIsNamedAndNothingChanges(String items, String error) {
    put("{\"item\":\"kept\"}");

    Answer refused = put(items);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
    assertThat(server.get(ITEMS).data().findValuesAsText("item")).containsExactly("kept");
  }

  @Test
  void thereAreFiftyItemsAtMost() {
    assertThat(put(items(EventItemsRequest.MAX_ITEMS)).status()).isEqualTo(200);
    assertThat(put(items(EventItemsRequest.MAX_ITEMS + 1)).error()).isEqualTo("At most 50 items");
    assertThat(server.send("PUT", ITEMS, "{}").error()).isEqualTo("items array is required");
  }

  @Test
  void thereAreNoItemsWithoutEvent() {
    String unknown = "/api/admin/events/evt-9/items";

    assertThat(server.get(unknown).error()).isEqualTo("Event not found");
    assertThat(server.send("PUT", unknown, "{\"items\":[]}").status()).isEqualTo(404);
  }

  @Test
  void ticketsAreMadeForItemsThatExist() {
    put("{\"item\":\"talk-1\"}");
    String generate = EVENT + "/tokens/generate";

    Answer refused = server.send("POST", generate, "{\"count\":1,\"item\":\"talk-2\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo("The event has no item \"talk-2\"");
    assertThat(server.send("POST", generate, "{\"count\":1,\"item\":\"talk-1\"}").status())
        .isEqualTo(201);
    assertThat(server.get(EVENT + "/tokens").data().findValuesAsText("item"))
        .containsExactly("talk-1");
  }

  private Answer put(String items) {
    return server.send("PUT", ITEMS, "{\"items\":[" + items + "]}");
  }

  private static String items(int count) {
    return IntStream.range(0, count)
        .mapToObj("{\"item\":\"talk-%d\"}"::formatted)
        .collect(Collectors.joining(","));
  }
}
