package dev.streamgate.console.events;

import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.text.Catalogue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A look at the playlist of an event, told beside the field; it never stands in the way of saving.
public final class StreamTest {
  private final ServerApis apis;
  private final ServerCalls calls;
  private final Catalogue texts;
  private final FailureTexts failures;
  private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper edges = new ReadOnlyBooleanWrapper();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final BooleanProperty looking = new SimpleBooleanProperty();

  public StreamTest(ServerApis apis, ServerCalls calls, Catalogue texts, FailureTexts failures) {
    this.apis = apis;
    this.calls = calls;
    this.texts = texts;
    this.failures = failures;
  }

  public ReadOnlyStringProperty resultProperty() {
    return result.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  /// Whether other processes deliver the video, which know only the standard folder.
  public ReadOnlyBooleanProperty edgesProperty() {
    return edges.getReadOnlyProperty();
  }

  public BooleanProperty busyProperty() {
    return busy;
  }

  void lookForEdges() {
    calls.ask(looking, apis.edges()::list, all -> edges.set(all.size() > 1), failure -> {});
  }

  void run(String eventId) {
    result.set("");
    calls.ask(
        busy,
        () -> apis.events().testStream(eventId),
        answer -> {
          good.set(answer.ok());
          result.set(
              answer.ok()
                  ? texts.get("playlistFound")
                  : texts.get("noPlaylist", String.valueOf(answer.status())));
        },
        failure -> {
          good.set(false);
          result.set(failures.of(failure));
        });
  }
}
