package dev.streamgate.console.screen;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.StreamTestResponse;
import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.insight.DashboardResponse.LiveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Running events that have nothing to show yet: neither video nor playlist, as "Test Stream" finds
/// it. An event nobody can be asked about counts as having a picture.
public final class MissingPictures {
  /// Each is looked at anew, perhaps on another server.
  private static final int MOST = 10;

  private final ServerApis apis;
  private final ServerCalls calls;
  private final Catalogue texts;
  private final ObservableList<String> sentences = FXCollections.observableArrayList();
  private final BooleanProperty looking = new SimpleBooleanProperty();
  private Running request = Running.NOTHING;

  public MissingPictures(ServerApis apis, ServerCalls calls, Catalogue texts) {
    this.apis = apis;
    this.calls = calls;
    this.texts = texts;
  }

  /// A sentence for each of them.
  public ObservableList<String> sentences() {
    return sentences;
  }

  /// Looks at all events that run now.
  public void look() {
    ask(() -> apis.dashboard().dashboard().map(DashboardResponse::liveNow));
  }

  /// Looks at these running events.
  public void look(List<LiveEvent> running) {
    if (running.isEmpty()) {
      sentences.clear();
    } else {
      ask(() -> Answer.of(running));
    }
  }

  /// Forgets what was found, for another event comes into view.
  public void forget() {
    request.cancel();
    sentences.clear();
  }

  private void ask(Supplier<Answer<List<LiveEvent>>> running) {
    if (!looking.get()) {
      request =
          calls.ask(
              looking,
              () -> running.get().then(this::missing),
              missing ->
                  sentences.setAll(
                      missing.stream()
                          .map(event -> texts.get("noPicture", event.title()))
                          .toList()),
              failure -> {});
    }
  }

  private Answer<List<LiveEvent>> missing(List<LiveEvent> running) {
    List<LiveEvent> missing = new ArrayList<>();
    for (LiveEvent event : running.subList(0, Math.min(MOST, running.size()))) {
      switch (apis.events().testStream(event.id())) {
        case Answer.Given<StreamTestResponse>(StreamTestResponse answer) -> {
          if (!answer.ok()) {
            missing.add(event);
          }
        }
        case Answer.Failed<StreamTestResponse>(ApiFailure.Unreachable lost) -> {
          return Answer.failed(lost);
        }
        case Answer.Failed<StreamTestResponse> _ -> {}
      }
    }
    return Answer.of(missing);
  }
}
