package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.staff.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever the keyboard reaches has words for a screen reader.
class AccessibleTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Annual Conference");

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  @Test
  void everyControlOfEveryScreenHasWords() {
    console.server().with(GALA).with(Samples.ticket(GALA, 1));
    console.server().operation().edges.add(Operations.edge("edge-eu", Duration.ofSeconds(3), 0));
    console.server().operation().accounts.add(Operations.account("admin", StaffRole.OWNER, false));
    assertThat(silent()).isEmpty();
    console.signIn();
    for (Destination place : Destination.values()) {
      console.click("#" + place.nodeId());
      assertThat(silent()).as(place.name()).isEmpty();
    }
  }

  @Test
  void everyControlOfTheFormsHasWords() {
    console.server().with(GALA).with(Samples.ticket(GALA, 1));
    console.signIn();
    console.click("#navEvents");
    console.click("#editEvent");
    assertThat(silent()).as("event form").isEmpty();
    console.click("#cancelEvent");
    console.click("#openEvent");
    assertThat(silent()).as("page of an event").isEmpty();
    console.click("#navTickets");
    console.click("#generateTickets");
    assertThat(silent()).as("generate").isEmpty();
    console.click("#generateCancel");
    console.press(KeyCode.CONTROL, KeyCode.I);
    assertThat(silent()).as("import").isEmpty();
  }

  private List<String> silent() {
    Set<Node> named =
        console.robot().lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getLabelFor)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return console.robot().lookup("*").queryAll().stream()
        .filter(node -> node instanceof Control && node.isFocusTraversable())
        .filter(ConsoleRun::isTreeVisible)
        .filter(node -> !isPart(node) && !named.contains(node) && !speaks(node))
        .map(Node::toString)
        .toList();
  }

  /// Parts of controls speak through the control they belong to.
  private static boolean isPart(Node node) {
    return node instanceof ScrollPane
        || Stream.iterate(node.getParent(), Objects::nonNull, Node::getParent)
            .anyMatch(parent ->
                parent instanceof ComboBoxBase<?>
                    || parent instanceof ListView<?>
                    || parent instanceof TextArea);
  }

  private static boolean speaks(Node node) {
    String words = node.getAccessibleText();
    boolean labelled =
        node instanceof Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isBlank();
    return labelled || (words != null && !words.isBlank());
  }
}
