package dev.streamgate.model.events;

/// The id of an event, which is also the name of its stream folder: 1–64 letters, digits, `-` or
/// `_`, beginning with a letter or digit. StreamGate itself creates UUIDs.
public record EventId(String value) {
  private static final int LONGEST = 64;
  private static final String RESERVED = "cache";

  public EventId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an event id");
    }
  }

  /// Whether `text` may be an event id. `cache` is reserved for the segment cache.
  public static boolean isValid(String text) {
    return hasShape(text) && !RESERVED.equalsIgnoreCase(text);
  }

  /// Without a regular expression, because every request for video asks.
  private static boolean hasShape(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int index = 1; index < text.length(); index++) {
      char symbol = text.charAt(index);
      if (!isLetterOrDigit(symbol) && symbol != '-' && symbol != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char symbol) {
    return (symbol >= 'a' && symbol <= 'z')
        || (symbol >= 'A' && symbol <= 'Z')
        || (symbol >= '0' && symbol <= '9');
  }

  @Override
  public String toString() {
    return value;
  }
}
