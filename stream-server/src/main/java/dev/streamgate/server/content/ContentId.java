package dev.streamgate.server.content;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.ItemName;
import java.util.Optional;

/// What is watched: a whole event or one item of it, written `event` or `event/item` (API §3).
public record ContentId(EventId event, Optional<String> item) {

  /// Empty if the text names nothing.
  public static Optional<ContentId> parse(String text) {
    int slash = text.indexOf('/');
    String event = slash < 0 ? text : text.substring(0, slash);
    Optional<String> item = slash < 0 ? Optional.empty() : Optional.of(text.substring(slash + 1));
    return EventId.isValid(event) && item.stream().allMatch(ItemName::isValid)
        ? Optional.of(new ContentId(new EventId(event), item))
        : Optional.empty();
  }

  public String value() {
    return item.map(name -> event.value() + "/" + name).orElse(event.value());
  }

  @Override
  public String toString() {
    return value();
  }
}
