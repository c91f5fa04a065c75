package dev.streamgate.server.playback.http;

import dev.streamgate.model.events.EventStatus;
import dev.streamgate.model.events.PublicEventInfo;
import dev.streamgate.model.playback.PlayerConfig;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.model.playback.TokenValidationResponse;
import dev.streamgate.model.playback.TokenValidationResponse.Watermark;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.playback.Entitlement;
import dev.streamgate.server.playback.EventStatuses;
import dev.streamgate.server.playback.RedemptionResult.Granted;
import dev.streamgate.server.playback.WatermarkBook;
import dev.streamgate.server.playback.Watermarks;
import java.util.List;
import java.util.Optional;

/// Tells a device that was let in all it needs to play (API §2.2).
public final class Admissions {
  private final EventStatuses statuses;
  private final WatermarkBook watermarks;

  public Admissions(EventStatuses statuses, WatermarkBook watermarks) {
    this.statuses = statuses;
    this.watermarks = watermarks;
  }

  TokenValidationResponse answer(Granted granted, String playbackBaseUrl) {
    Entitlement entitlement = granted.entitlement();
    Event event = entitlement.event();
    EventStatus status = statuses.latest(event);
    Optional<Watermark> watermark = watermark(granted);
    return new TokenValidationResponse(
        publicInfo(event, status),
        granted.pass().token(),
        playbackBaseUrl,
        entitlement.pathPrefix() + StreamPath.PLAYLIST,
        entitlement.ticket().expiresAt(),
        granted.pass().life().toSeconds(),
        event.id().value(),
        granted.session().id(),
        status,
        entitlement.at(),
        watermark.map(Watermark::watermarkId).orElse(null),
        watermark.orElse(null),
        PlayerConfig.DEFAULT,
        List.of());
  }

  private Optional<Watermark> watermark(Granted granted) {
    if (!granted.entitlement().event().watermark()) {
      return Optional.empty();
    }
    Watermarks.Mark mark = watermarks.note(granted.entitlement().ticket(), granted.session().id());
    return Optional.of(new Watermark(mark.id(), mark.displayText()));
  }

  private static PublicEventInfo publicInfo(Event event, EventStatus status) {
    return new PublicEventInfo(
        event.title(),
        event.description(),
        event.schedule().startsAt(),
        event.schedule().endsAt(),
        event.posterUrl(),
        status == EventStatus.LIVE);
  }
}
