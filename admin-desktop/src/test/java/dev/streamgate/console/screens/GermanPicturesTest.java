package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GermanPicturesTest {
  @RegisterExtension final ConsoleRun console = new ConsoleRun("de-AT");

  @Test
  void everyScreenSpeaksGerman() {
    console.server().with(Samples.event("evt-1", "Jahreskonferenz"));
    console.server().with(Samples.ticket(console.server().events().getFirst(), 1));
    console.picture("signin-german");
    console.signIn();
    console.picture("dashboard-german");
    console.click("#navEvents");
    console.picture("events-german");
    console.click("#createEvent");
    console.picture("event-form-german");
    console.click("#cancelEvent");
    console.click("#navTickets");
    console.picture("tickets-german");
    assertThat(console.sees("Abmelden")).isTrue();
  }
}
