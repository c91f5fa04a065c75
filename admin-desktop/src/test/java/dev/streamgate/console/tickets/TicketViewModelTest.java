package dev.streamgate.console.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.sessions.SessionView;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.model.tickets.TokenResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketViewModelTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Gala");
  private static final TokenResponse TICKET = Samples.ticket(GALA, 3);

  private final Desk desk = new Desk();
  private final List<TokenResponse> saved = new ArrayList<>();
  private final TicketViewModel model =
      new TicketViewModel(
          desk.server.apis(),
          desk.calls,
          desk.releasing,
          Desk.texts(TicketViewModel.class),
          desk.writing,
          TICKET);

  @BeforeEach
  void somebodyWatches() {
    desk.server
        .with(GALA)
        .with(TICKET)
        .with(Operations.session(GALA, TICKET, Duration.ofSeconds(4)));
    model.refresh();
  }

  @Test
  void whoWatchesIsShownWithTheSeats() {
    assertThat(model.sessions()).hasSize(1);
    assertThat(model.seatsProperty().get()).isEqualTo("1 watching, 2 allowed, 1 free");
    assertThat(model.device(model.sessions().getFirst())).isEqualTo("Firefox 140, Windows 11");
  }

  @Test
  void whatIsAsItWasIsNotSaved() {
    assertThat(model.ready().get()).isFalse();
    model.labelProperty().set(" VIP ");
    assertThat(model.ready().get()).isFalse();
    model.labelProperty().set("Press");
    assertThat(model.ready().get()).isTrue();
    model.save(saved::add);
    assertThat(saved).extracting(TokenResponse::label).containsExactly("Press");
  }

  @Test
  void whatAnotherChangedMeanwhileStays() {
    desk.server.apis().tickets().edit(TICKET.id(), new TokenEditRequest("Press", null, null));
    model.devicesProperty().set(4);
    model.save(saved::add);
    assertThat(saved).extracting(TokenResponse::label).containsExactly("Press");
  }

  @Test
  void theSameFieldIsOverwrittenOnlyOnceAgreed() {
    desk.server.apis().tickets().edit(TICKET.id(), new TokenEditRequest("Press", 3, null));
    model.labelProperty().set("Crew");
    desk.dialogs.declines();
    model.save(saved::add);
    assertThat(saved).isEmpty();
    assertThat(desk.dialogs.asked())
        .singleElement()
        .satisfies(question ->
            assertThat(question.text()).contains("Label: Press").doesNotContain("Devices"));
    assertThat(model.labelProperty().get()).isEqualTo("Crew");
    desk.dialogs.agrees();
    model.save(saved::add);
    assertThat(saved).extracting(TokenResponse::label).containsExactly("Crew");
    assertThat(saved).extracting(TokenResponse::maxSessions).containsExactly(3);
  }

  @Test
  void moreDevicesAreSaved() {
    model.devicesProperty().set(4);
    model.save(saved::add);
    assertThat(saved).extracting(TokenResponse::maxSessions).containsExactly(4);
  }

  @Test
  void takeoversAreOnlyGivenBack() {
    model.labelProperty().set("Press");
    for (String typed : List.of("1", "-1", "two", "")) {
      model.takeoversProperty().set(typed);
      assertThat(model.ready().get()).as(typed).isFalse();
    }
    model.takeoversProperty().set(" 0 ");
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void aReleasedSeatIsFree() {
    model.release(model.sessions().getFirst());
    assertThat(desk.dialogs.asked().getFirst().text())
        .isEqualTo("Release the session on Firefox 140, Windows 11? Playback there stops.");
    assertThat(model.sessions()).isEmpty();
    assertThat(model.seatsProperty().get()).isEqualTo("0 watching, 2 allowed, 2 free");
  }

  @Test
  void whoDeclinesReleasesNobody() {
    desk.dialogs.declines();
    model.release(model.sessions().getFirst());
    assertThat(desk.server.asked()).doesNotContain("release");
  }

  @Test
  void aDeviceNobodyKnowsHasAName() {
    SessionView known = model.sessions().getFirst();
    SessionView unknown =
        new SessionView(
            known.sessionId(),
            known.kind(),
            known.clientIp(),
            null,
            null,
            null,
            null,
            known.lastHeartbeat(),
            known.sessionStarted());
    assertThat(model.device(unknown)).isEqualTo(desk.failures.texts().get("unknownDevice"));
  }

  @Test
  void aRefusalIsToldAndWhatWasTypedStays() {
    model.labelProperty().set("Press");
    desk.server.failsWith(new ApiFailure.Refused(404, "Token not found"));
    model.save(saved::add);
    assertThat(model.errorProperty().get()).isEqualTo("Token not found");
    assertThat(model.labelProperty().get()).isEqualTo("Press");
    assertThat(saved).isEmpty();
  }
}
