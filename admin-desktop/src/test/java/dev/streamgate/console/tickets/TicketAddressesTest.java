package dev.streamgate.console.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.console.tickets.TicketAddresses.TicketAddress;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TicketAddressesTest {
  private static final TokenResponse TICKET = Samples.ticket(Samples.event("evt-1", "Gala"), 1);
  private static final String CODE = "/#code=" + TICKET.code();

  private final Desk desk = new Desk();
  private final List<TicketAddress> found = new ArrayList<>();

  @Test
  void viewersGetTheAddressTheServerStates() {
    desk.server.isSeenAt("https://tickets.example.com");
    look(UnaryOperator.identity());
    assertThat(found)
        .containsExactly(new TicketAddress("https://tickets.example.com" + CODE, true));
  }

  @Test
  void aServerOfThisComputerIsFoundInItsNetwork() {
    look(address -> ServerAddress.read("http://192.168.178.40:8080").orElseThrow());
    assertThat(found).containsExactly(new TicketAddress("http://192.168.178.40:8080" + CODE, true));
  }

  @Test
  void withoutAnyOtherTheConsolesOwnIsSaidToBeForThisComputerOnly() {
    desk.server.failsWith(new ApiFailure.Refused(404, "Not found"));
    look(UnaryOperator.identity());
    assertThat(found).containsExactly(new TicketAddress("http://localhost:8080" + CODE, false));
  }

  private void look(UnaryOperator<ServerAddress> inNetwork) {
    new TicketAddresses(desk.server.apis().portal(), desk.calls, inNetwork).of(TICKET, found::add);
  }
}
