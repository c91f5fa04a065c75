package dev.streamgate.server.playback;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.grants.PlaybackTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes the tokens by which a platform looks at an event's playlist on the media side: for HEAD
/// alone, and for a minute (Spec, rules §4 and amendments).
public final class ProbeTokens {
  private static final Duration LIFE = Duration.ofSeconds(60);

  private final PlaybackTokens tokens;
  private final InstantSource clock;

  public ProbeTokens(PlaybackTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /// A token for the folder of this event.
  public String issue(EventId event) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return tokens.mint(
        new PlaybackTokenClaims(
            null,
            event.value(),
            null,
            StreamPath.buildStreamPathPrefix(event),
            now,
            now.plus(LIFE),
            null,
            null,
            List.of(),
            null,
            true,
            null));
  }
}
