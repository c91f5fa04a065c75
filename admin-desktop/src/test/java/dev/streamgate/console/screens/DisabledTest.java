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
import javafx.scene.Parent;
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
    console.click("#navTickets");
    assertThat(disabled()).extracting(Node::getId).contains("revokeSelected");
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
    hints("Tick the tickets first.");
    console.picture("why-disabled");
    console.robot().moveTo("#navEvents");
    hints("");
    console.click("#navEvents");
    console.click("#createEvent");
    console.robot().moveTo("#testStream");
    hints("Save the event first; then its stream can be tested.");
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

  private static Stream<Node> all(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(DisabledTest::all))
        : Stream.of(node);
  }

  private List<Node> disabled() {
    return all(console.robot().lookup("#signOut").query().getScene().getRoot())
        .filter(ButtonBase.class::isInstance)
        .filter(ConsoleRun::isTreeVisible)
        .filter(Node::isDisable)
        .toList();
  }

  /// The hint follows the pointer, which the machine may be slow to move.
  private void hints(String words) {
    WaitForAsyncUtils.waitForFxEvents();
    for (int attempt = 0; attempt < 40 && !hint().equals(words); attempt++) {
      console.robot().sleep(50);
      console.robot().moveBy(attempt % 2 == 0 ? 1 : -1, 0);
    }
    assertThat(hint()).isEqualTo(words);
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
