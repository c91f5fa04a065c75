package dev.streamgate.server.playback;

import static dev.streamgate.server.fixtures.TicketSample.ticketFor;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatermarksTest {
  private final Watermarks watermarks = new Watermarks("key");

  @Test
  void oneSessionHasOneMark() {
    Watermarks.Mark mark = watermarks.of(ticketFor("evt-1"), "11111111-2222");

    assertThat(mark.id()).matches("[0-9a-f]{16}");
    assertThat(mark).isEqualTo(watermarks.of(ticketFor("evt-1"), "11111111-2222"));
    assertThat(mark.id()).isNotEqualTo(watermarks.of(ticketFor("evt-1"), "other").id());
    assertThat(mark.id())
        .isNotEqualTo(new Watermarks("other").of(ticketFor("evt-1"), "11111111-2222").id());
  }

  @Test
  void theTextShowsNoMoreOfTheCodeThanItsEnd() {
    assertThat(watermarks.of(ticketFor("evt-1"), "11111111-2222").displayText())
        .isEqualTo("Ticket ••••2HTW | 11111111");
  }
}
