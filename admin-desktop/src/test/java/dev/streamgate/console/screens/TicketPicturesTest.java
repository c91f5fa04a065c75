package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.FakeServer;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The panels around tickets and the page of one event.
class TicketPicturesTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Annual Conference");

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  private void fill() {
    FakeServer server = console.server();
    server.with(GALA);
    for (int i = 1; i <= 60; i++) {
      server.with(Samples.ticket(GALA, i));
    }
    server.tickets().set(0, Samples.redeemed(server.tickets().get(0)));
    server.with(Operations.session(GALA, server.tickets().get(0), Duration.ofSeconds(4)));
  }

  @Test
  void theImport() {
    fill();
    console.signIn();
    console.click("#navTickets");
    console.press(KeyCode.CONTROL, KeyCode.I);
    console.picture("import-empty");
    console.paste("#importText", "Code;Label\nAB12-CD34;Row 4\nAB;Row 5\nEF56-GH78;\n");
    console.pass(Duration.ofMillis(400));
    assertThat(console.sees("Code must be 6 to 64 letters and digits")).isTrue();
    assertThat(console.isDisabled("#importRun")).isTrue();
    console.picture("import-bad-rows");
    console.paste("#importText", "Code;Label\nAB12-CD34;Row 4\nEF56-GH78;\n");
    console.pass(Duration.ofMillis(400));
    console.picture("import-ready");
    console.click("#importRun");
    assertThat(console.server().asked()).contains("import");
    assertThat(console.sees("Imported 2 tickets")).isTrue();
  }

  @Test
  void linkTicketAndConfirmation() {
    fill();
    console.signIn();
    console.click("#navTickets");
    console.click("#ticketLink");
    console.picture("ticket-link");
    console.click("#copyLink");
    assertThat(console.desktop().clipboard()).isEqualTo("http://localhost:8080/#code=7K3M9QWX0014");
    console.click("#closeLink");
    console.click("#ticketSessions");
    console.picture("ticket-sessions");
    console.type("#ticketLabel", "VIP");
    console.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(console.server().tickets().getFirst().label()).isEqualTo("VIP");
    console.server().operation().confirmedAfterMs = null;
    console.click("#revokeTicket");
    console.click("#dialogConfirm");
    assertThat(console.sees("Blocked on this server.")).isTrue();
    console.pass(Duration.ofSeconds(3));
    console.picture("tickets-not-confirmed");
    assertThat(console.text("#statusNotice")).startsWith("Not yet confirmed by: edge-eu (last");
    console.server().operation().confirmedAfterMs = 800L;
    console.pass(Duration.ofSeconds(3));
    assertThat(console.sees("Blocked on all servers after 0.8 s.")).isTrue();
    console.picture("tickets-confirmed");
  }

  @Test
  void theTaskStrip() {
    fill();
    console.signIn();
    console.click("#navTickets");
    console.tasks().hold();
    console.press(KeyCode.CONTROL, KeyCode.P);
    assertThat(console.sees("#taskStrip")).isTrue();
    console.picture("task-strip");
    console.click("#taskCancel");
    assertThat(console.sees("The server may have finished this already.")).isTrue();
    assertThat(console.sees("#taskStrip")).isFalse();
    console.inTheConsole(console.tasks()::release);
    console.press(KeyCode.CONTROL, KeyCode.P);
    assertThat(console.desktop().printed().getFirst().rows()).hasSize(60);
  }

  @Test
  void thePageOfAnEvent() {
    fill();
    console.signIn();
    console.click("#navEvents");
    console.click("#openEvent");
    console.picture("event-detail");
    console.click("#copyEventId");
    assertThat(console.desktop().clipboard()).isEqualTo("evt-1");
    console.click(".detail-tabs .tab", 1);
    console.picture("event-detail-viewers");
    console.click(".detail-tabs .tab", 2);
    console.click("#editItems");
    console.type("#itemFolder", "day-1");
    console.picture("event-items");
    console.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(console.server().asked()).contains("items");
    console.click("#previewEvent");
    assertThat(console.desktop().browsed()).containsExactly("http://localhost:8080/#preview");
    console.click("#toggleActive");
    console.click("#dialogConfirm");
    assertThat(console.sees("Deactivated")).isTrue();
    console.click("#backToEvents");
    assertThat(console.sees("#eventsTable")).isTrue();
    console.click("#openEvent");
    assertThat(console.sees("#eventsTable")).isFalse();
    console.click("#navEvents");
    assertThat(console.sees("#eventsTable")).isTrue();
  }

  @Test
  void aRecordingShowsItsFolder() {
    fill();
    console.signIn();
    console.click("#navEvents");
    console.click("#addRecording");
    console.type("#eventTitle", "Matinee");
    console.click("#saveEvent");
    assertThat(console.sees("#recordingFolder")).isTrue();
    console.picture("recording-folder");
  }

  @Test
  void theStreamIsTested() {
    fill();
    console.server().events().forEach(event -> console.server().hasNoPicture(event.id()));
    console.signIn();
    console.click("#navEvents");
    console.click("#editEvent");
    console.click("#testStream");
    assertThat(console.sees("No playlist: 404")).isTrue();
    console.picture("event-form-stream");
    console.server().failsWith(new ApiFailure.Refused(400, "Invalid stream URL format"));
    console.type("#eventStream", "my video");
    console.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(
            console.sees(
                "Give a folder id, a folder URL, an embed address or <iframe> snippet, or a URL"
                    + " ending in .m3u8."))
        .isTrue();
    console.picture("event-form-stream-refused");
  }
}
