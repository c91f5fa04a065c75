package dev.streamgate.model.events;

import java.util.regex.Pattern;

/// The id of an event, which is also the name of its stream folder: 1–64 letters, digits, `-` or
/// `_`, beginning with a letter or digit. StreamGate itself creates UUIDs.
public record EventId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final String RESERVED = "cache";

  public EventId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an event id");
    }
  }

  /// Whether `text` may be an event id. `cache` is reserved for the segment cache.
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches() && !RESERVED.equalsIgnoreCase(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
