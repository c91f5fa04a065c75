package dev.streamgate.console.edges;

import dev.streamgate.console.api.EdgesApi;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The processes that serve media, and how far behind each is.
public final class EdgesViewModel {
  private static final Duration WARN_AFTER = Duration.ofSeconds(60);
  private static final Duration LOST_AFTER = Duration.ofMinutes(5);

  private final EdgesApi api;
  private final Loading loading;
  private final Writing writing;
  private final InstantSource clock;
  private final Catalogue texts;
  private final ObservableList<EdgeResponse> edges = FXCollections.observableArrayList();
  private Duration serverAhead = Duration.ZERO;

  /// How an edge is doing.
  public enum Health {
    FINE,
    LATE,
    LOST
  }

  public EdgesViewModel(
      EdgesApi api, Loading loading, Writing writing, InstantSource clock, Catalogue texts) {
    this.api = api;
    this.loading = loading;
    this.writing = writing;
    this.clock = clock;
    this.texts = texts;
  }

  public ScreenStatus status() {
    return loading.status();
  }

  public ObservableList<EdgeResponse> edges() {
    return edges;
  }

  public BooleanBinding allowed() {
    return writing.allowed();
  }

  public void refresh() {
    loading.load(api::list, this::show);
  }

  public void told(ConsoleMessage message) {
    if (message instanceof ConsoleMessage.Opening opening) {
      serverAhead = Duration.between(clock.instant(), opening.serverTime());
    }
    if (message instanceof ConsoleMessage.Edges(long head, List<EdgeResponse> all)) {
      loading.status().loaded(show(all));
    }
  }

  /// Amber after 60 seconds without a sign, red after five minutes.
  public Health health(EdgeResponse edge) {
    Duration quiet = quiet(edge);
    if (quiet.compareTo(LOST_AFTER) > 0) {
      return Health.LOST;
    }
    return quiet.compareTo(WARN_AFTER) > 0 ? Health.LATE : Health.FINE;
  }

  /// How long ago it was last seen, by the server's clock.
  public Duration quiet(EdgeResponse edge) {
    Duration quiet = Duration.between(edge.lastSeenAt(), clock.instant().plus(serverAhead));
    return quiet.isNegative() ? Duration.ZERO : quiet;
  }

  public void remove(EdgeResponse edge) {
    writing.ask(
        new Question(
            texts.get("removeTitle"),
            texts.get("removeQuestion", edge.id()),
            texts.get("cancel"),
            texts.get("remove")),
        () -> api.remove(edge.id()),
        done -> {
          writing.say(texts.get("removed", edge.id()));
          refresh();
        });
  }

  private boolean show(List<EdgeResponse> all) {
    edges.setAll(all);
    return all.isEmpty();
  }
}
