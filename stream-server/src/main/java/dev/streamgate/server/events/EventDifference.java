package dev.streamgate.server.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Names, as the API does, what differs between two states of an event.
final class EventDifference {
  private static final Map<String, Function<Event, Object>> FIELDS = fields();

  private EventDifference() {}

  static List<String> fields(Event before, Event after) {
    return FIELDS.entrySet().stream()
        .filter(field -> differs(field.getValue(), before, after))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean differs(Function<Event, Object> field, Event before, Event after) {
    return !Objects.equals(field.apply(before), field.apply(after));
  }

  private static Map<String, Function<Event, Object>> fields() {
    Map<String, Function<Event, Object>> fields = new LinkedHashMap<>();
    fields.put("title", Event::title);
    fields.put("description", event -> Objects.toString(event.description(), ""));
    fields.put("streamUrl", StreamAddress::of);
    fields.put("posterUrl", event -> Objects.toString(event.posterUrl(), ""));
    fields.put("startsAt", event -> event.schedule().startsAt());
    fields.put("endsAt", event -> event.schedule().endsAt());
    fields.put("accessWindowHours", Event::accessWindow);
    fields.put("previewEnabled", Event::previewEnabled);
    fields.put("watermark", Event::watermark);
    fields.put("takeover", Event::takeover);
    fields.put("maxTakeovers", Event::maxTakeovers);
    return fields;
  }
}
