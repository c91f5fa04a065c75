package dev.streamgate.console.dashboard;

import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How many were watching over the last half hour, as the server told it or answered.
public final class ViewerHistory {
  private static final Duration LENGTH = Duration.ofMinutes(30);

  private final InstantSource clock;
  private final ObservableList<Sample> samples = FXCollections.observableArrayList();

  /// So many at one moment.
  public record Sample(Instant at, long viewers) {}

  public ViewerHistory(InstantSource clock) {
    this.clock = clock;
  }

  /// The samples, the oldest first.
  public ObservableList<Sample> samples() {
    return samples;
  }

  public void add(long viewers) {
    Instant now = clock.instant();
    List<Sample> kept = new ArrayList<>(samples);
    kept.removeIf(sample -> sample.at().isBefore(now.minus(LENGTH)) || sample.at().equals(now));
    kept.add(new Sample(now, viewers));
    samples.setAll(kept);
  }

  public void told(ConsoleMessage message) {
    if (message instanceof ConsoleMessage.Viewers viewers) {
      add(viewers.total());
    }
  }

  public void clear() {
    samples.clear();
  }
}
