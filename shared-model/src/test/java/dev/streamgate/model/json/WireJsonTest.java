package dev.streamgate.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.changes.ChangeReceipt;
import dev.streamgate.model.events.EventStatus;
import dev.streamgate.model.events.EventStatusResponse;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.LookupVerdict;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {
  private static final Instant TIME = Instant.parse("2026-03-10T14:00:00Z");

  @Test
  void instantsHaveMillisecondsAndComeBack() {
    EventStatusResponse status = new EventStatusResponse("evt-1", EventStatus.LIVE, TIME, TIME);

    byte[] json = WireJson.bytes(status);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"eventId":"evt-1","status":"live","startsAt":"2026-03-10T14:00:00.000Z",\
            "endsAt":"2026-03-10T14:00:00.000Z"}\
            """);
    assertThat(WireJson.read(json, EventStatusResponse.class)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-10T15:00:00+01:00", "2026-03-10T14:00Z", "2026-03-10T14:00:00Z"})
  void anyOffsetIsRead(String text) {
    assertThat(WireJson.parseInstant(text)).isEqualTo(TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-10T14:00:00", "2026-03-10", "", "1741615200"})
  void anInstantNeedsAnOffset(String text) {
    assertThatThrownBy(() -> WireJson.parseInstant(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{\"seq\":1,\"seq\":2}", "{\"seq\":1} x", "{\"seq\":1.5}"})
  void whatDoesNotFitIsRefused(String json) {
    assertThatThrownBy(() -> WireJson.read(bytes(json), ChangeReceipt.class))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertThat(WireJson.read(bytes("{\"seq\":7,\"new\":[]}"), ChangeReceipt.class))
        .isEqualTo(new ChangeReceipt(7));
  }

  @Test
  void constantsGoByTheirNamesOnTheWire() {
    assertThat(WireJson.choice("in_use", LookupVerdict.class)).contains(LookupVerdict.IN_USE);
    assertThat(WireJson.choice("IN_USE", LookupVerdict.class)).isEmpty();
    assertThat(WireJson.name(LookupVerdict.IN_USE)).isEqualTo("in_use");
    assertThat(WireJson.name(AccessLevel.STAFF)).isEqualTo("STAFF");
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
