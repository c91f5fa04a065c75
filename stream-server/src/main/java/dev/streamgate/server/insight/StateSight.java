package dev.streamgate.server.insight;

import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Something small that is told whole each time it is another. Looks once a second.
public final class StateSight<M extends ConsoleMessage> implements Sight {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Supplier<M> state;
  private final BiPredicate<M, M> differ;
  private final Pace pace;
  private Optional<M> told = Optional.empty();

  /// @param differ whether a state, the second one, is worth telling to those who know the first
  public StateSight(Supplier<M> state, BiPredicate<M, M> differ, LongSupplier nanoTime) {
    this.state = state;
    this.differ = differ;
    this.pace = new Pace(PAUSE, nanoTime);
  }

  /// Tells whatever is not equal.
  public StateSight(Supplier<M> state, LongSupplier nanoTime) {
    this(state, (before, after) -> !before.equals(after), nanoTime);
  }

  @Override
  public void begin() {
    told = Optional.of(state.get());
    pace.rest(PAUSE);
  }

  @Override
  public List<ConsoleMessage> look() {
    if (!pace.isDue()) {
      return List.of();
    }
    M current = state.get();
    if (told.filter(before -> !differ.test(before, current)).isPresent()) {
      return List.of();
    }
    told = Optional.of(current);
    return List.of(current);
  }

  @Override
  public List<ConsoleMessage> whole() {
    return told.<List<ConsoleMessage>>map(List::of).orElse(List.of());
  }
}
