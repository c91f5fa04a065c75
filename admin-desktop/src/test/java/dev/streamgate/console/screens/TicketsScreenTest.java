package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketsScreenTest {
  private static final EventResponse EVENT = Samples.event("evt-1", "Annual Conference");

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  @Test
  void aTicketIsFoundRevokedAndUnrevoked() {
    for (int i = 1; i <= 60; i++) {
      console.server().with(Samples.ticket(EVENT, i));
    }
    console.server().with(EVENT);
    console.signIn();
    console.click("#navTickets");
    console.picture("tickets-content");

    console.type("#ticketSearch", "7K3M-9QWX-007");
    console.pass(Duration.ofMillis(300));
    console.click("#revokeTicket");
    console.picture("tickets-revoke-question");
    console.press(KeyCode.ESCAPE);
    assertThat(console.server().tickets().get(6).status()).isEqualTo(TokenStatus.UNUSED);

    console.click("#revokeTicket");
    console.click("#dialogConfirm");
    assertThat(console.server().tickets().get(6).status()).isEqualTo(TokenStatus.REVOKED);
    assertThat(console.sees("Blocked on this server.")).isTrue();
    console.picture("tickets-revoked");

    console.click("#unrevokeTicket");
    console.click("#dialogConfirm");
    assertThat(console.server().tickets().get(6).status()).isEqualTo(TokenStatus.UNUSED);
  }
}
