package dev.streamgate.model.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items an event shall have instead of those it has (API §4.3), at most 50.
public record EventItemsRequest(List<Item> items) {
  public static final int MAX_ITEMS = 50;

  public EventItemsRequest {
    items = List.copyOf(items);
  }

  /// An item as it was sent. The date is a text here, so that the server can name a bad one.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(String item, @Nullable String title, @Nullable String availableAt) {}
}
