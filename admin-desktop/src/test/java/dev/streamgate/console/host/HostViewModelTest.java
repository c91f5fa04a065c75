package dev.streamgate.console.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.FakeProgram;
import dev.streamgate.console.stand.MemoryPreferences;
import java.nio.file.Path;
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
}
