package dev.streamgate.console.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.ScreenState;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketsViewModelTest {
  private static final EventResponse EVENT = Samples.event("evt-1", "Gala");

  private final Desk desk = new Desk();
  private final TicketTexts words = new TicketTexts(Desk.texts(TicketTexts.class), desk.formats);
  private final TicketsViewModel model =
      new TicketsViewModel(desk.server.apis(), desk.calls, desk.tasks, desk.failures);
  private final TicketActions actions =
      new TicketActions(
          desk.server.apis().tickets(), desk.writing, words, model, desk.confirmations, desk.work);

  @BeforeEach
  void sixtyTickets() {
    desk.server.with(EVENT);
    for (int i = 1; i <= 60; i++) {
      desk.server.with(Samples.ticket(EVENT, i));
    }
    model.refresh();
  }

  @Test
  void fiftyAreOnAPage() {
    assertThat(model.tickets()).hasSize(50);
    model.filter().turnTo(2);
    assertThat(model.tickets()).hasSize(10);
  }

  @Test
  void theFirstKeyAsksAtOnceAndFromTheFirstPage() {
    model.filter().turnTo(2);
    desk.server.asked().clear();
    model.filter().searchProperty().set("007");
    assertThat(desk.server.asked()).containsExactly("list 007");
    assertThat(model.filter().pageProperty().get()).isEqualTo(1);
  }

  @Test
  void keysInQuickSuccessionAskAFewTimesASecondAndTheLastAlways() {
    desk.server.asked().clear();
    for (String typed : List.of("0", "00", "007")) {
      model.filter().searchProperty().set(typed);
      desk.tasks.pass(Duration.ofMillis(40));
    }
    assertThat(desk.server.asked()).containsExactly("list 0");
    desk.tasks.pass(Duration.ofMillis(30));
    assertThat(desk.server.asked()).containsExactly("list 0", "list 007");
    desk.tasks.pass(Duration.ofMinutes(1));
    assertThat(desk.server.asked()).hasSize(2);
  }

  @Test
  void aFilterIsClearedWithOneQuestion() {
    model.filter().searchProperty().set("007");
    model.filter().statusProperty().set(Optional.of(TokenStatus.REVOKED));
    desk.tasks.pass(Duration.ofSeconds(1));
    desk.server.asked().clear();
    model.filter().clear();
    desk.tasks.pass(Duration.ofSeconds(1));
    assertThat(desk.server.asked()).containsExactly("list ");
    assertThat(model.tickets()).hasSize(50);
  }

  @Test
  void onlyWhatCanBeSeenIsRevokedTogether() {
    model.selection().setAll(true);
    model.filter().turnTo(2);
    assertThat(actions.revokeSelectedAllowed().get()).isFalse();
    model.selection().setAll(true);
    actions.revokeSelected(Optional.empty());
    Question asked = desk.dialogs.asked().getFirst();
    assertThat(asked.text()).isEqualTo("Revoke 10 tickets? They stop working at once.");
    assertThat(asked.yes()).isEqualTo("Revoke 10 tickets");
    assertThat(desk.said()).isEqualTo("Blocked on this server.");
    assertThat(desk.server.tickets().getFirst().status()).isEqualTo(TokenStatus.UNUSED);
    assertThat(desk.server.tickets().getLast().status()).isEqualTo(TokenStatus.REVOKED);
  }

  @Test
  void withNothingTickedTheSelectedRowIsRevoked() {
    actions.revokeSelected(Optional.empty());
    assertThat(desk.dialogs.asked()).isEmpty();
    actions.revokeSelected(Optional.of(model.tickets().get(2)));
    assertThat(desk.dialogs.asked().getFirst().text())
        .isEqualTo("Revoke the ticket 7K3M-9QWX-0030? It stops working at once.");
    assertThat(model.tickets().get(2).status()).isEqualTo(TokenStatus.REVOKED);
    actions.revokeSelected(Optional.of(model.tickets().get(2)));
    assertThat(desk.server.asked()).containsOnlyOnce("revoke");
  }

  @Test
  void aDeclinedQuestionChangesNothing() {
    desk.dialogs.declines();
    actions.revoke(model.tickets().getFirst());
    assertThat(desk.server.asked()).doesNotContain("revoke");
  }

  @Test
  void aFailedChangeIsToldAndNeverRepeated() {
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    actions.revoke(model.tickets().getFirst());
    desk.server.recovers();
    desk.tasks.pass(Duration.ofMinutes(5));
    assertThat(desk.server.asked()).containsOnlyOnce("revoke");
    assertThat(desk.said()).isEqualTo("The server cannot be reached.");
    assertThat(actions.allowed().get()).isFalse();
  }

  @Test
  void aRevokeCanBeTakenBackFromTheStatusLine() {
    actions.revoke(model.tickets().getFirst());
    desk.status.noticeProperty().get().action().run();
    assertThat(model.tickets().getFirst().status()).isEqualTo(TokenStatus.UNUSED);
  }

  @Test
  void theLastPageStaysWhenTheServerGoesAway() {
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    model.refresh();
    assertThat(model.status().stateProperty().get()).isEqualTo(ScreenState.CONTENT);
    assertThat(model.tickets()).hasSize(50);
  }

  @Test
  void anOlderAnswerNeverReplacesANewerOne() {
    desk.tasks.hold();
    model.load();
    model.filter().statusProperty().set(Optional.of(TokenStatus.REVOKED));
    desk.tasks.release();
    assertThat(model.status().stateProperty().get()).isEqualTo(ScreenState.EMPTY);
    assertThat(model.busyProperty().get()).isFalse();
  }
}
