package dev.streamgate.model.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What staff send to create or change an event (API §4.3). A key that is absent is left alone on a
/// change; a blank description, stream or poster clears it. Dates are texts here, so that the
/// server can name a bad one.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventRequest(
    @Nullable String title,
    @Nullable String description,
    @Nullable String streamUrl,
    @Nullable String posterUrl,
    @Nullable String startsAt,
    @Nullable String endsAt,
    @Nullable Integer accessWindowHours,
    @Nullable Boolean previewEnabled,
    @Nullable Boolean watermark,
    @Nullable TakeoverRule takeover,
    @Nullable Integer maxTakeovers) {
  public static final int DEFAULT_TAKEOVERS = 3;
  public static final int MAX_TAKEOVERS = 100;
}
