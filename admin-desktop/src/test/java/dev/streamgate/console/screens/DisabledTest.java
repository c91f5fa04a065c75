package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Whatever cannot be used says why.
class DisabledTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Annual Conference");
  private static final Path SOURCES = Path.of("src", "main", "java");

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  @Test
  void everyDisabledControlHasItsReason() {
    console.server().with(GALA).with(Samples.revoked(Samples.ticket(GALA, 1)));
    console.signIn();
    everywhere();
    console.server().failsWith(new ApiFailure.Unreachable("refused"));
    console.click("#navEvents");
    everywhere();
    console.click("#navEvents");
    assertThat(console.isDisabled("#createEvent")).as("without the server").isTrue();
    assertThat(console.robot().lookup("#createEvent").query().getAccessibleHelp())
        .isEqualTo("The server cannot be reached.");
  }

  @Test
  void thePointerIsToldTheReason() {
    console.signIn();
    console.click("#navTickets");
    console.robot().moveTo("#revokeSelected");
    assertThat(hint()).isEqualTo("Tick the tickets first.");
    console.picture("why-disabled");
    console.robot().moveTo("#navEvents");
    assertThat(hint()).isEmpty();
    console.click("#navEvents");
    console.click("#createEvent");
    console.robot().moveTo("#testStream");
    assertThat(hint()).isEqualTo("Save the event first; then its stream can be tested.");
    assertThat(console.sees("#notSavedNote")).isTrue();
    console.picture("event-form-new");
  }

  @Test
  void nothingIsDisabledWithoutAReason() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> !file.toString().contains("hint"))
                  .filter(DisabledTest::disables))
          .as("disable with Able")
          .isEmpty();
    }
  }

  private static boolean disables(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("disableProperty()") || text.contains("setDisable(");
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private void everywhere() {
    for (Destination place : Destination.values()) {
      console.click("#" + place.nodeId());
      assertThat(disabled())
          .as(place.name())
          .allSatisfy(
              node -> assertThat(node.getAccessibleHelp()).as(node.toString()).isNotBlank());
    }
  }

  private List<Node> disabled() {
    return console.robot().lookup("*").queryAll().stream()
        .filter(ButtonBase.class::isInstance)
        .filter(ConsoleRun::isTreeVisible)
        .filter(Node::isDisable)
        .toList();
  }

  private String hint() {
    WaitForAsyncUtils.waitForFxEvents();
    return Window.getWindows().stream()
        .filter(Tooltip.class::isInstance)
        .filter(Window::isShowing)
        .map(window -> ((Tooltip) window).getText())
        .findFirst()
        .orElse("");
  }
}
