package dev.streamgate.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.dialog.Question.Guard;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventActionsTest {
  private final Desk desk = new Desk();
  private final EventsViewModel model =
      new EventsViewModel(desk.server.apis().events(), desk.loading());
  private final EventActions actions =
      new EventActions(
          desk.server.apis().events(),
          desk.writing,
          desk.dialogs,
          Desk.texts(EventActions.class),
          desk.confirmations,
          model::refresh);

  @BeforeEach
  void oneEvent() {
    desk.server.with(Samples.event("evt-1", "Gala"));
    model.refresh();
  }

  private EventResponse event() {
    return model.events().getFirst();
  }

  @Test
  void deactivatingAsksAndTellsThatTicketsAreBlocked() {
    actions.toggleActive(event());
    assertThat(desk.dialogs.asked().getFirst().text())
        .isEqualTo(
            "Deactivate “Gala”? All 0 tickets stop working at once. You can reactivate the event"
                + " later.");
    assertThat(event().isActive()).isFalse();
    assertThat(desk.said()).isEqualTo("Blocked on this server.");
    actions.toggleActive(event());
    assertThat(event().isActive()).isTrue();
  }

  @Test
  void archivingHidesTheEventAndCanBeTakenBack() {
    actions.toggleArchived(event());
    assertThat(model.events()).isEmpty();
    desk.status.noticeProperty().get().action().run();
    assertThat(event().isArchived()).isFalse();
  }

  @Test
  void deletingUsedTicketsMustBeAcknowledgedAndTheTitleTyped() {
    desk.server.with(Samples.redeemed(Samples.ticket(event(), 1)));
    actions.delete(event());
    assertThat(desk.dialogs.asked())
        .extracting(Question::guard)
        .containsExactly(
            new Guard.Acknowledge(
                "1 tickets have been used. I understand that their history is lost."),
            new Guard.Type("Gala"));
    assertThat(model.events()).isEmpty();
    assertThat(desk.said()).isEqualTo("“Gala” is deleted.");
  }
}
