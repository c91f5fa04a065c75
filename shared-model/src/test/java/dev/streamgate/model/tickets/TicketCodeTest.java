package dev.streamgate.model.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCodeTest {
  @ParameterizedTest
  @CsvSource({
    "' 7k3m-9qwx-2htw ', 7K3M9QWX2HTW",
    "7K3M_9QWX.2HTW, 7K3M9QWX2HTW",
    "oIlO, 0110",
    "a, A"
  })
  void separatorsAndLookAlikesDoNotMatter(String typed, String canonical) {
    assertThat(TicketCode.read(typed)).map(TicketCode::canonical).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " - ", "ABC/DEF", "ÄBC", "AB\u0000C", "💡"})
  void whatCannotBeACodeIsNone(String typed) {
    assertThat(TicketCode.read(typed)).isEmpty();
  }

  @Test
  void aCodeHasAtMostSixtyFourSymbols() {
    assertThat(TicketCode.read("A".repeat(64))).isPresent();
    assertThat(TicketCode.read("A".repeat(65))).isEmpty();
  }

  @Test
  void codesOfTwelveAreShownInGroups() {
    assertThat(new TicketCode("7K3M9QWX2HTW").display()).isEqualTo("7K3M-9QWX-2HTW");
    assertThat(new TicketCode("SEAT1234").display()).isEqualTo("SEAT1234");
  }

  @Test
  void aCodeHidesItselfInLogs() {
    assertThat(new TicketCode("7K3M9QWX2HTW")).hasToString("••••2HTW");
  }
}
