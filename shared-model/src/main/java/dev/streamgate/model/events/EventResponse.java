package dev.streamgate.model.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.streamgate.model.changes.ChangeReceipt;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event as staff see it (API §4.3). `tokenBreakdown`, `activeViewers` and `items` come with the
/// detail (`items` with the answer to the door, too), `change` with a state change that the media
/// side must learn.
public record EventResponse(
    String id,
    String title,
    @Nullable String description,
    @Nullable String streamUrl,
    @Nullable String streamFolder,
    @Nullable String posterUrl,
    Instant startsAt,
    Instant endsAt,
    int accessWindowHours,
    @JsonProperty("isActive") boolean isActive,
    @JsonProperty("isArchived") boolean isArchived,
    @Nullable Instant deactivatedAt,
    boolean previewEnabled,
    boolean watermark,
    TakeoverRule takeover,
    int maxTakeovers,
    StreamSource source,
    Instant createdAt,
    Instant updatedAt,
    long tokenCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TokenBreakdown tokenBreakdown,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long activeViewers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EventItemResponse> items,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChangeReceipt change) {

  /// This event with what its detail adds.
  public EventResponse withDetail(
      TokenBreakdown breakdown, long viewers, List<EventItemResponse> programme) {
    return with(breakdown, viewers, programme, change);
  }

  /// This event with its items.
  public EventResponse withItems(List<EventItemResponse> programme) {
    return with(tokenBreakdown, activeViewers, programme, change);
  }

  /// This event with the change that a state change caused.
  public EventResponse withChange(ChangeReceipt receipt) {
    return with(tokenBreakdown, activeViewers, items, receipt);
  }

  private EventResponse with(
      @Nullable TokenBreakdown breakdown,
      @Nullable Long viewers,
      @Nullable List<EventItemResponse> programme,
      @Nullable ChangeReceipt receipt) {
    return new EventResponse(
        id,
        title,
        description,
        streamUrl,
        streamFolder,
        posterUrl,
        startsAt,
        endsAt,
        accessWindowHours,
        isActive,
        isArchived,
        deactivatedAt,
        previewEnabled,
        watermark,
        takeover,
        maxTakeovers,
        source,
        createdAt,
        updatedAt,
        tokenCount,
        breakdown,
        viewers,
        programme,
        receipt);
  }
}
