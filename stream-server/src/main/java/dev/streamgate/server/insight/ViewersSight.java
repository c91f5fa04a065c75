package dev.streamgate.server.insight;

import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.ConsoleMessage.EventViewers;
import dev.streamgate.model.insight.ConsoleMessage.Heard;
import dev.streamgate.model.insight.ConsoleMessage.Viewers;
import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.server.sessions.Watching;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Who watches. All sessions are read each time and compared with those that were there before, so
/// that it does not matter which process knows why one of them is new or gone. Reading takes at
/// most a twentieth of the time.
public final class ViewersSight implements Sight {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int SHARE = 20;

  private final Supplier<List<Watching>> everybody;
  private final Function<Watching, LiveSessionView> view;
  private final LongSupplier nanoTime;
  private final Pace pace;
  private Map<String, Watching> known = Map.of();

  /// @param everybody all live sessions
  /// @param view shows one of them to staff
  public ViewersSight(
      Supplier<List<Watching>> everybody,
      Function<Watching, LiveSessionView> view,
      LongSupplier nanoTime) {
    this.everybody = everybody;
    this.view = view;
    this.nanoTime = nanoTime;
    this.pace = new Pace(PAUSE, nanoTime);
  }

  @Override
  public void begin() {
    known = read();
  }

  @Override
  public List<ConsoleMessage> look() {
    if (!pace.isDue()) {
      return List.of();
    }
    Map<String, Watching> before = known;
    known = read();
    Viewers difference =
        new Viewers(
            false,
            known.size(),
            counts(),
            known.values().stream().filter(it -> isNew(before, it)).map(view).toList(),
            known.values().stream().filter(it -> isHeard(before, it)).map(this::heard).toList(),
            before.keySet().stream().filter(id -> !known.containsKey(id)).toList());
    boolean nothing =
        difference.started().isEmpty()
            && difference.heard().isEmpty()
            && difference.ended().isEmpty();
    return nothing ? List.of() : List.of(difference);
  }

  @Override
  public List<ConsoleMessage> whole() {
    Collection<Watching> all = known.values();
    return List.of(
        new Viewers(
            true, all.size(), counts(), all.stream().map(view).toList(), List.of(), List.of()));
  }

  private Map<String, Watching> read() {
    long start = nanoTime.getAsLong();
    Map<String, Watching> found = new LinkedHashMap<>();
    everybody.get().forEach(watching -> found.put(watching.session().id(), watching));
    pace.rest(Duration.ofNanos((nanoTime.getAsLong() - start) * SHARE));
    return found;
  }

  private List<EventViewers> counts() {
    return known.values().stream()
        .collect(
            Collectors.groupingBy(
                it -> it.session().eventId(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(it -> new EventViewers(it.getKey(), it.getValue()))
        .toList();
  }

  private Heard heard(Watching watching) {
    return new Heard(watching.session().id(), watching.session().lastHeartbeat());
  }

  /// Whether more than the heartbeat is another.
  private static boolean isNew(Map<String, Watching> before, Watching now) {
    return Optional.ofNullable(before.get(now.session().id()))
        .map(it -> it.with(it.session().withLastHeartbeat(now.session().lastHeartbeat())))
        .filter(now::equals)
        .isEmpty();
  }

  private static boolean isHeard(Map<String, Watching> before, Watching now) {
    return !isNew(before, now) && !now.equals(before.get(now.session().id()));
  }
}
