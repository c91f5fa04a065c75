package dev.streamgate.model.playback;

import dev.streamgate.model.events.EventStatus;
import dev.streamgate.model.events.PublicEventInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a code that was accepted (API §2.2). `tokenExpiresIn` is in seconds.
public record TokenValidationResponse(
    PublicEventInfo event,
    String playbackToken,
    String playbackBaseUrl,
    String streamPath,
    Instant expiresAt,
    long tokenExpiresIn,
    String eventId,
    String sessionId,
    EventStatus status,
    Instant serverTime,
    @Nullable String watermarkId,
    @Nullable Watermark watermark,
    PlayerConfig playerConfig,
    List<Caption> captions) {

  /// What the overlay of a watermarked event shows.
  public record Watermark(String watermarkId, String displayText) {}

  /// A caption track: its language tag, label and path on the media side.
  public record Caption(String language, String label, String path) {}
}
