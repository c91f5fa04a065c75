package dev.streamgate.console.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EdgesViewModelTest {
  private final Desk desk = new Desk();
  private final EdgesViewModel edges =
      new EdgesViewModel(
          desk.server.apis().edges(),
          desk.loading(),
          desk.writing,
          () -> Samples.NOW,
          Desk.texts(EdgesViewModel.class));

  private EdgesViewModel.Health after(Duration quiet) {
    return edges.health(Operations.edge("edge-eu", quiet, 0));
  }

  @Test
  void amberAfterSixtySecondsAndRedAfterFiveMinutes() {
    assertThat(after(Duration.ofSeconds(60))).isEqualTo(EdgesViewModel.Health.FINE);
    assertThat(after(Duration.ofSeconds(61))).isEqualTo(EdgesViewModel.Health.LATE);
    assertThat(after(Duration.ofMinutes(5))).isEqualTo(EdgesViewModel.Health.LATE);
    assertThat(after(Duration.ofSeconds(301))).isEqualTo(EdgesViewModel.Health.LOST);
  }

  @Test
  void aRemovalIsAskedAbout() {
    desk.server.operation().edges.add(Operations.edge("edge-old", Duration.ofHours(2), 9));
    edges.refresh();
    desk.dialogs.declines();
    edges.remove(edges.edges().getFirst());
    assertThat(edges.edges()).hasSize(1);
  }
}
