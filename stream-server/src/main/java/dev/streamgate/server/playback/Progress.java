package dev.streamgate.server.playback;

import dev.streamgate.server.guard.Decision;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.playback.ProgressStore.Place;
import dev.streamgate.server.playback.TokenHolder.Known;
import dev.streamgate.server.playback.TokenHolder.Stranger;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.Standing;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/// Remembers how far viewers have come, so that a recording goes on where it was left (Spec, rules
/// §8). Ticket, item and session come from the token; an ended session cannot write.
public final class Progress {
  /// How often a session may ask or tell within {@link #LIMIT_WINDOW}.
  public static final int LIMIT = 60;

  public static final Duration LIMIT_WINDOW = Duration.ofSeconds(60);

  private final TokenDesk tokens;
  private final Attendance attendance;
  private final ProgressStore store;
  private final RateLimit limit;
  private final Journal journal;
  private final InstantSource clock;

  /// @param limit of one session
  public Progress(
      TokenDesk tokens,
      Attendance attendance,
      ProgressStore store,
      RateLimit limit,
      Journal journal,
      InstantSource clock) {
    this.tokens = tokens;
    this.attendance = attendance;
    this.store = store;
    this.limit = limit;
    this.journal = journal;
    this.clock = clock;
  }

  /// How far the token's holder has come; nowhere, if nothing was told yet.
  public ProgressResult of(Optional<String> token) {
    return switch (tokens.identifyActive(token)) {
      case Stranger stranger -> new ProgressResult.Unauthorized();
      case Known holder ->
          ifAllowed(holder, () -> store.find(placeOf(holder)).orElse(WatchProgress.NONE));
    };
  }

  /// Takes a report of the token's holder.
  ///
  /// @param report is read only once it is known who tells
  public ProgressResult report(Optional<String> token, Supplier<ProgressReport> report) {
    return switch (tokens.identifyActive(token)) {
      case Stranger stranger -> new ProgressResult.Unauthorized();
      case Known holder -> ifAllowed(holder, () -> write(holder, report.get()));
    };
  }

  private WatchProgress write(Known holder, ProgressReport report) {
    report.event().ifPresent(journal::playerEvent);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store.update(
        placeOf(holder),
        report.isStart() ? Optional.of(holder.sessionId()) : Optional.empty(),
        now,
        (before, isFirst) -> before.after(report, isFirst, now));
  }

  private ProgressResult ifAllowed(Known holder, Supplier<WatchProgress> work) {
    return switch (limit.tryAcquire(holder.sessionId())) {
      case Decision.Allowed() -> ifSeated(holder, work);
      case Decision.Refused(Duration wait) -> new ProgressResult.TooMany(wait);
    };
  }

  private ProgressResult ifSeated(Known holder, Supplier<WatchProgress> work) {
    Ticket ticket = holder.ticket();
    return switch (attendance.standing(holder.sessionId(), ticket.id(), ticket.maxSessions())) {
      case Standing.Alive alive -> new ProgressResult.Known(work.get());
      case Standing.Displaced() -> new ProgressResult.Displaced();
      case Standing.Lost(Standing.Cause cause) -> new ProgressResult.SessionLost(cause);
    };
  }

  private static Place placeOf(Known holder) {
    return new Place(holder.ticket().id(), Optional.ofNullable(holder.ticket().item()));
  }
}
