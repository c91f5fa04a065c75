package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// In the smallest window every button can still be read, also in the longer language.
class SmallWindowTest {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 640;
  private static final EventResponse GALA = Samples.event("evt-1", "Annual Conference");

  @RegisterExtension final ConsoleRun console = new ConsoleRun("de");

  @Test
  void everyButtonCanBeRead() {
    console.server().with(GALA).with(Samples.ticket(GALA, 1));
    console.shrink();
    assertThat(cutOff()).as("sign-in").isEmpty();
    console.signIn();
    for (Destination place : Destination.values()) {
      console.click("#" + place.nodeId());
      assertThat(cutOff()).as(place.name()).isEmpty();
    }
    console.click("#navEvents");
    console.click("#openEvent");
    console.picture("event-detail-small");
    assertThat(cutOff()).as("page of an event").isEmpty();
    Bounds foot = bounds("#statusLine");
    assertThat(foot.getMaxY()).as("foot of the window").isLessThanOrEqualTo(HEIGHT);
    assertThat(bounds("#backToEvents").getMinY()).isGreaterThanOrEqualTo(0);
    assertThat(bounds("#deleteEvent").getMaxX()).isLessThanOrEqualTo(WIDTH);
    assertThat(bounds("#signOut").getMinX()).isGreaterThanOrEqualTo(0);
  }

  private Bounds bounds(String query) {
    Node node = console.robot().lookup(query).query();
    return node.localToScene(node.getBoundsInLocal());
  }

  private List<String> cutOff() {
    return console.robot().lookup("*").queryAll().stream()
        .filter(ButtonBase.class::isInstance)
        .map(ButtonBase.class::cast)
        .filter(ConsoleRun::isTreeVisible)
        .filter(button -> button.getText() != null && !button.getText().isEmpty())
        .filter(button -> button.prefWidth(-1) > button.getWidth() + 1)
        .map(ButtonBase::getText)
        .toList();
  }
}
