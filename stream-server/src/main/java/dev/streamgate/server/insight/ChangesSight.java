package dev.streamgate.server.insight;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.ConsoleMessage.Changes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whom the newest changes have reached. While nothing is awaited this asks nobody.
public final class ChangesSight implements Sight {
  /// How many changes are followed at most: whoever confirms one has confirmed those before it.
  private static final int MOST = 20;

  /// How far back changes are looked for that were made before anybody was told.
  private static final int BEFORE = 200;

  /// How long an edge that is silent is waited for here.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ChangeProgress progress;
  private final InstantSource clock;
  private final TreeMap<Long, ChangeConfirmation> awaited = new TreeMap<>();
  private Map<String, Long> reached = Map.of();
  private long told;

  public ChangesSight(ChangeProgress progress, InstantSource clock) {
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  public void begin() {
    awaited.clear();
    told = progress.newest();
    reached = progress.reached();
    progress.after(told - BEFORE, MOST).forEach(this::await);
    forget();
  }

  @Override
  public List<ConsoleMessage> look() {
    List<ChangeConfirmation> news = new ArrayList<>();
    if (progress.newest() > told || hasMoved()) {
      reached = progress.reached();
      progress.again(List.copyOf(awaited.keySet())).stream()
          .filter(it -> !it.equals(awaited.get(it.seq())))
          .forEach(news::add);
      long newest = progress.newest();
      news.addAll(progress.after(told, MOST));
      told = news.stream().mapToLong(ChangeConfirmation::seq).reduce(newest, Math::max);
      news.forEach(this::await);
    }
    forget();
    return news.isEmpty() ? List.of() : List.of(new Changes(news));
  }

  @Override
  public List<ConsoleMessage> whole() {
    return List.of(new Changes(List.copyOf(awaited.values())));
  }

  private boolean hasMoved() {
    return !awaited.isEmpty() && !progress.reached().equals(reached);
  }

  private void await(ChangeConfirmation change) {
    if (change.confirmed()) {
      awaited.remove(change.seq());
    } else {
      awaited.put(change.seq(), change);
    }
  }

  private void forget() {
    Instant limit = clock.instant().minus(LONGEST);
    awaited.values().removeIf(change -> change.at().isBefore(limit));
    while (awaited.size() > MOST) {
      awaited.pollFirstEntry();
    }
  }
}
