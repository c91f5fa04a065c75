package dev.streamgate.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardViewModelTest {
  private final Desk desk = new Desk();
  private final ViewerHistory history =
      new ViewerHistory(() -> Samples.NOW.plus(desk.tasks.elapsed()));
  private final DashboardViewModel dashboard =
      new DashboardViewModel(
          desk.server.apis().dashboard(), desk.loading(), desk.tasks, history, desk.pictures());

  @Test
  void toldCountsNeedNoAsking() {
    desk.server.with(Samples.pastEvent("evt-1", "Gala"));
    dashboard.refresh();
    dashboard.told(
        new ConsoleMessage.Viewers(
            true,
            3,
            List.of(new ConsoleMessage.EventViewers("evt-1", 3)),
            List.of(),
            List.of(),
            List.of()));
    assertThat(dashboard.numbersProperty().get().activeViewers()).isEqualTo(3);
    assertThat(dashboard.numbersProperty().get().liveNow().getFirst().viewers()).isEqualTo(3);
    assertThat(desk.server.asked()).containsExactly("dashboard", "testStream");
  }

  @Test
  void whatRunsWithoutAPictureIsToldUntilItHasOne() {
    desk.server
        .with(Samples.runningEvent("evt-1", "Gala"))
        .with(Samples.runningEvent("evt-2", "Concert"))
        .hasNoPicture("evt-2");
    dashboard.refresh();
    assertThat(dashboard.missingPictures()).singleElement().asString().contains("“Concert”");
    desk.server.hasPicture("evt-2");
    dashboard.refresh();
    assertThat(dashboard.missingPictures()).isEmpty();
  }

  @Test
  void theChartForgetsAfterHalfAnHour() {
    history.add(5);
    desk.tasks.pass(Duration.ofMinutes(31));
    history.add(7);
    assertThat(history.samples()).extracting(ViewerHistory.Sample::viewers).containsExactly(7L);
  }
}
