package dev.streamgate.console.viewers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.screen.ScreenState;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.staff.StaffRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewersViewModelTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Gala");

  private final Desk desk = new Desk();
  private final LiveSessionView first =
      Operations.session(GALA, Samples.ticket(GALA, 1), Duration.ofSeconds(31));
  private final LiveSessionView second =
      Operations.session(GALA, Samples.ticket(GALA, 2), Duration.ofSeconds(30));
  private final ViewersViewModel viewers =
      new ViewersViewModel(
          desk.server.apis().sessions(),
          desk.loading(),
          desk.releasing,
          () -> Samples.NOW,
          Desk.texts(ViewersViewModel.class));

  @Test
  void moreThanThirtySecondsAreLate() {
    assertThat(viewers.isLate(first)).isTrue();
    assertThat(viewers.isLate(second)).isFalse();
  }

  @Test
  void latenessGoesByTheServersClock() {
    viewers.told(
        new ConsoleMessage.Opening(Samples.NOW.minusSeconds(20), StaffRole.OWNER, List.of()));
    assertThat(viewers.isLate(first)).isFalse();
  }

  @Test
  void whatTheServerTellsIsShownWithoutAsking() {
    viewers.told(told(true, List.of(first, second), List.of(), List.of()));
    assertThat(viewers.sessions()).hasSize(2);
    viewers.told(
        told(
            false,
            List.of(),
            List.of(new ConsoleMessage.Heard(first.sessionId(), Samples.NOW)),
            List.of(second.sessionId())));
    assertThat(viewers.sessions()).hasSize(1);
    assertThat(viewers.isLate(viewers.sessions().getFirst())).isFalse();
    assertThat(desk.server.asked()).isEmpty();
  }

  @Test
  void aReleaseIsAskedAboutInTheWordsOfTheDialog() {
    desk.server.with(first);
    viewers.refresh();
    viewers.release(first);
    assertThat(desk.dialogs.asked().getFirst().text())
        .isEqualTo("Release the session on Firefox 140, Windows 11? Playback there stops.");
    assertThat(viewers.status().stateProperty().get()).isEqualTo(ScreenState.EMPTY);
  }

  private static ConsoleMessage told(
      boolean whole,
      List<LiveSessionView> started,
      List<ConsoleMessage.Heard> heard,
      List<String> ended) {
    return new ConsoleMessage.Viewers(whole, 2, List.of(), started, heard, ended);
  }
}
