package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.FakeServer;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Walks through every screen and state, and writes a picture of each for a person to look at.
class PicturesTest {
  private static final ApiFailure AWAY = new ApiFailure.Unreachable("Connection refused");

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  private static void fill(FakeServer server) {
    EventResponse gala = Samples.event("evt-1", "Annual Conference");
    EventResponse live = Samples.pastEvent("evt-2", "Spring Gala with the Chamber Orchestra");
    server.with(gala).with(live).with(Samples.inactiveEvent("evt-3", "Open Rehearsal"));
    for (int i = 1; i <= 60; i++) {
      server.with(Samples.ticket(gala, i));
    }
    server.with(Samples.redeemed(Samples.ticket(live, 61)));
    server.tickets().set(1, Samples.redeemed(server.tickets().get(1)));
    server.tickets().set(2, Samples.revoked(server.tickets().get(2)));
    server.tickets().set(3, Samples.expired(server.tickets().get(3)));
  }

  @Test
  void theSignIn() {
    console.picture("signin-first");
    console.type("#password", "wrong");
    console.tasks().hold();
    console.click("#signIn");
    console.picture("signin-busy");
    console.inTheConsole(console.tasks()::release);
    assertThat(console.sees("Invalid credentials")).isTrue();
    console.picture("signin-refused");
    console.server().failsWith(AWAY);
    console.click("#signIn");
    assertThat(console.sees("#signInTryAgain")).isTrue();
    console.picture("signin-unreachable");
  }

  @Test
  void theForcedPasswordChange() {
    console.server().staff().mustChangePassword();
    console.signIn();
    console.type("#newPassword", "long enough");
    console.type("#newPasswordRepeat", "not the same");
    console.click("#changePassword");
    console.picture("password-change");
    assertThat(console.sees("The two new passwords differ.")).isTrue();
  }

  @Test
  void theDashboard() {
    console.tasks().hold();
    console.signIn();
    console.inTheConsole(console.tasks()::release);
    console.click("#navDashboard");
    console.picture("dashboard-empty");
    fill(console.server());
    console.pass(Duration.ofSeconds(10));
    console.picture("dashboard-content");
    console.server().failsWith(AWAY);
    console.press(KeyCode.F5);
    assertThat(console.sees("#connectionBand")).isTrue();
    console.picture("dashboard-disconnected");
    console.click("#navEvents");
    console.picture("events-disconnected");
    console.server().recovers();
    console.click("#tryNow");
    assertThat(console.sees("#connectionBand")).isFalse();
  }

  @Test
  void theEvents() {
    console.signIn();
    console.click("#navEvents");
    console.picture("events-empty");
    fill(console.server());
    console.press(KeyCode.F5);
    console.picture("events-content");
    console.click("#createEvent");
    console.picture("event-form-new");
    console.type("#eventTitle", "Matinee");
    console.press(KeyCode.ESCAPE);
    console.picture("event-form-discard");
    console.click("#dialogConfirm");
    console.click("#deleteEvent");
    console.picture("event-delete-1");
    console.click("#deleteAcknowledge");
    console.click("#dialogConfirm");
    console.type("#deleteTitle", "Annual");
    console.picture("event-delete-2");
  }

  @Test
  void theTickets() {
    console.signIn();
    console.click("#navTickets");
    console.picture("tickets-empty");
    fill(console.server());
    console.press(KeyCode.F5);
    console.click("#selectPage");
    console.click("#copyCode");
    console.picture("tickets-selected");
    console.click("#revokeSelected");
    console.picture("tickets-bulk-question");
    console.press(KeyCode.ESCAPE);
    console.server().failsWith(new ApiFailure.Refused(500, "Internal server error"));
    console.press(KeyCode.F5);
    console.picture("tickets-failed");
    console.server().failsWith(new ApiFailure.SignInEnded());
    console.press(KeyCode.F5);
    console.picture("signin-again");
  }

  @Test
  void theGeneration() {
    fill(console.server());
    console.signIn();
    console.click("#quickGenerate");
    console.picture("generate-order");
    console.type("#generateLabel", "VIP");
    console.click("#generateEvent");
    console.press(KeyCode.DOWN, KeyCode.ENTER);
    console.picture("generate-ready");
    console.click("#generateRun");
    console.picture("generate-batch");
    console.click("#generateClose");
    console.picture("generate-close-question");
  }
}
