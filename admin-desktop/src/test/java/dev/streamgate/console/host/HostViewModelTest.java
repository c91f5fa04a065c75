package dev.streamgate.console.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.FakeProgram;
import dev.streamgate.console.stand.MemoryPreferences;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.console.text.Catalogues;
import dev.streamgate.model.events.EventResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostViewModelTest {
  private final Desk desk = new Desk();
  private final FakeProgram program = new FakeProgram();

  private HostViewModel host() {
    return new HostViewModel(
        program,
        new HostViewModel.Tools(
            desk.server.apis().portal(),
            desk.tasks,
            new MemoryPreferences(),
            desk.desktop.desktop()),
        Path.of("/srv/other"),
        Desk.texts(HostViewModel.class));
  }

  @Test
  void aStartedServerTellsItsPasswordOnceAndNeverInTheLog() {
    HostViewModel host = host();
    host.start();
    assertThat(host.stateProperty().get()).isEqualTo(HostViewModel.State.RUNNING);
    assertThat(host.passwordProperty().get()).isEqualTo("first-Secret-1");
    assertThat(host.log()).noneMatch(line -> line.contains("first-Secret-1"));
    assertThat(host.addresses()).containsExactly("http://192.168.178.40:8080");
    host.forgetPassword();
    assertThat(host.passwordProperty().get()).isEmpty();
  }

  @Test
  void othersFindItAtItsAddressInTheNetwork() {
    HostViewModel host = host();
    ServerAddress other = ServerAddress.read("http://localhost:9000").orElseThrow();
    assertThat(host.inNetwork(ServerAddress.DEFAULT)).isEqualTo(ServerAddress.DEFAULT);
    host.start();
    assertThat(host.inNetwork(ServerAddress.DEFAULT)).hasToString("http://192.168.178.40:8080");
    assertThat(host.inNetwork(other)).as("somebody else's").isEqualTo(other);
  }

  @Test
  void itIsStoppedBeforeWhatComesAfterwards() {
    HostViewModel host = host();
    host.start();
    host.stop(() -> assertThat(program.isRunning()).isFalse());
    assertThat(host.stateProperty().get()).isEqualTo(HostViewModel.State.STOPPED);
  }

  @Test
  void withoutAServerItSaysSo() {
    program.isMissing();
    HostViewModel host = host();
    assertThat(host.startable().get()).isFalse();
    assertThat(host.messageProperty().get()).startsWith("There is no server");
  }

  @Test
  void withoutANetworkItsOwnAddressIsShown() {
    program.isAlone();
    HostViewModel host = host();
    host.start();
    assertThat(host.addresses()).containsExactly("http://localhost:8080");
  }

  @Test
  void whoWatchesIsCountedAtTheServerItself() {
    EventResponse gala = Samples.event("evt-1", "Gala");
    desk.server.with(Operations.session(gala, Samples.ticket(gala, 1), Duration.ZERO));
    HostViewModel host = host();
    assertThat(counted(host)).contains(0L);
    host.start();
    assertThat(counted(host)).contains(1L);
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    assertThat(counted(host)).isEmpty();
  }

  @Test
  void theConsoleEndsAServerNobodyWatchesWithoutAsking() {
    HostViewModel host = host();
    host.start();
    panel(host).stopWithConsole(() -> {});
    assertThat(program.isRunning()).isFalse();
    assertThat(desk.dialogs.asked()).isEmpty();
  }

  @Test
  void theConsoleAsksBeforeItCutsViewersOff() {
    EventResponse gala = Samples.event("evt-1", "Gala");
    desk.server.with(Operations.session(gala, Samples.ticket(gala, 1), Duration.ZERO));
    desk.dialogs.declines();
    HostViewModel host = host();
    host.start();
    panel(host).stopWithConsole(() -> {});
    assertThat(desk.dialogs.asked())
        .extracting(Question::text)
        .containsExactly(
            "Stop the server on this computer? 1 viewer is watching and will be cut off.");
    assertThat(program.isRunning()).isTrue();
  }

  private HostPanel panel(HostViewModel host) {
    return new HostPanel(
        panel -> {},
        desk.dialogs,
        new Views(new Catalogues(Locale.ENGLISH)),
        host,
        Desk.texts(HostPanel.class));
  }

  private static Optional<Long> counted(HostViewModel host) {
    List<Optional<Long>> viewers = new ArrayList<>();
    host.countViewers(viewers::add);
    return viewers.getFirst();
  }
}
