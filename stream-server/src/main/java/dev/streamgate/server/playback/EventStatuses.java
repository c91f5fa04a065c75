package dev.streamgate.server.playback;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventStatus;
import dev.streamgate.server.events.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The status of events. All who ask share one look at the stream, which serves for three seconds.
/// Thread-safe.
public final class EventStatuses {
  private static final Logger LOG = LoggerFactory.getLogger(EventStatuses.class);
  private static final Duration SERVES_FOR = Duration.ofSeconds(3);

  private final StreamProbe probe;
  private final Executor executor;
  private final InstantSource clock;
  private final Map<EventId, StreamState> states = new ConcurrentHashMap<>();
  private final Map<EventId, CompletableFuture<StreamState>> looks = new ConcurrentHashMap<>();

  /// @param executor looks at streams, which may take seconds each
  public EventStatuses(StreamProbe probe, Executor executor, InstantSource clock) {
    this.probe = probe;
    this.executor = executor;
    this.clock = clock;
  }

  /// The status by what is known already; never waits. If that is not of this moment, a look is
  /// sent out for those who ask next.
  public EventStatus latest(Event event) {
    StreamState known = known(event);
    StreamState state = serves(known) ? known : look(event.id()).getNow(known);
    return EventStatusRule.statusOf(event.schedule(), state, clock.instant());
  }

  /// The status by a look of this moment, for which it waits if need be.
  public EventStatus current(Event event) {
    StreamState known = known(event);
    StreamState state = serves(known) ? known : look(event.id()).join();
    return EventStatusRule.statusOf(event.schedule(), state, clock.instant());
  }

  /// Whether nobody writes the stream of an event and no recording is there, by what is known
  /// already; never waits. Looks as {@link #latest(Event)} does. Of a stream at which nobody has
  /// looked yet it says no, so that a start wakes nobody; one that could not be looked at is
  /// silent.
  public boolean isSilent(EventId event) {
    StreamState known = states.getOrDefault(event, StreamState.UNKNOWN);
    StreamState state = serves(known) ? known : look(event).getNow(known);
    return !state.equals(StreamState.UNKNOWN)
        && !state.isRecording()
        && !state.isFreshAt(clock.instant());
  }

  private StreamState known(Event event) {
    return states.getOrDefault(event.id(), StreamState.UNKNOWN);
  }

  private boolean serves(StreamState state) {
    return state.lookedAt().isAfter(clock.instant().minus(SERVES_FOR));
  }

  /// The look that is under way, or a new one.
  private CompletableFuture<StreamState> look(EventId event) {
    CompletableFuture<StreamState> mine = new CompletableFuture<>();
    CompletableFuture<StreamState> running = looks.putIfAbsent(event, mine);
    if (running != null) {
      return running;
    }
    executor.execute(() -> look(event, mine));
    return mine;
  }

  private void look(EventId event, CompletableFuture<StreamState> result) {
    StreamState before = states.getOrDefault(event, StreamState.UNKNOWN);
    StreamState after = before;
    try {
      after = before.after(probe.look(event), clock.instant());
      states.put(event, after);
    } catch (RuntimeException e) {
      LOG.warn("looking at the stream of event {} failed", event, e);
      after = states.computeIfAbsent(event, _ -> before.after(Optional.empty(), clock.instant()));
    } finally {
      looks.remove(event);
      result.complete(after);
    }
  }
}
