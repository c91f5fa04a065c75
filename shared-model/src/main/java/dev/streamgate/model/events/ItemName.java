package dev.streamgate.model.events;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The name of an item of an event, which is that of its folder below the event's (Spec, rules §1).
/// `preview`, which may be open to everybody, and `cache` are reserved, however they are spelled.
public record ItemName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Set<String> RESERVED = Set.of("preview", "cache");

  public ItemName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not the name of an item");
    }
  }

  /// Whether `text` may be the name of an item.
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
