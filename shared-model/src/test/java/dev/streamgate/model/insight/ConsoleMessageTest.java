package dev.streamgate.model.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.insight.ConsoleMessage.Closing;
import dev.streamgate.model.insight.ConsoleMessage.ClosingReason;
import dev.streamgate.model.insight.ConsoleMessage.Kind;
import dev.streamgate.model.insight.ConsoleMessage.TicketChange;
import dev.streamgate.model.insight.ConsoleMessage.TicketHappening;
import dev.streamgate.model.insight.ConsoleMessage.Tickets;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleMessageTest {
  @Test
  void whatIsWrittenIsReadByTheNameOfItsEvent() {
    Tickets said =
        new Tickets(
            false, List.of("evt-1"), List.of(new TicketChange("tkt-1", TicketHappening.REVOKED)));

    byte[] data = WireJson.bytes(said);

    assertThat(new String(data, UTF_8))
        .isEqualTo(
            "{\"everywhere\":false,\"events\":[\"evt-1\"],\"tickets\":[{\"id\":\"tkt-1\",\"what\":\"revoked\"}]}");
    assertThat(Kind.of(said).wireName()).isEqualTo("tickets");
    assertThat(ConsoleMessage.read("tickets", data)).contains(said);
  }

  @Test
  void theEndIsAMessageToo() {
    assertThat(ConsoleMessage.read("closing", "{\"reason\":\"signed_out\"}".getBytes(UTF_8)))
        .contains(new Closing(ClosingReason.SIGNED_OUT));
  }

  @Test
  void aKindThatIsNotKnownHereIsNothing() {
    assertThat(ConsoleMessage.read("weather", "{}".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void dataThatIsNoMessageIsRefused() {
    assertThatThrownBy(() -> ConsoleMessage.read("viewers", "[]".getBytes(UTF_8)))
        .isInstanceOf(MalformedJsonException.class);
  }
}
