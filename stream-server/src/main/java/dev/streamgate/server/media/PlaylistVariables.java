package dev.streamgate.server.media;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables that a playlist defines with `#EXT-X-DEFINE` (RFC 8216bis §4.3). Those it imports
/// from elsewhere are not known here.
final class PlaylistVariables {
  private static final String TAG = "#EXT-X-DEFINE";
  private static final String REFERENCE_START = "{$";
  private static final Pattern REFERENCE = Pattern.compile("\\{\\$([A-Za-z0-9_-]+)}");

  private final Map<String, String> values = new HashMap<>();

  static boolean isReferredToIn(String text) {
    return text.contains(REFERENCE_START);
  }

  /// Takes note of a line, if it is a definition.
  void learn(PlaylistTag tag) {
    if (tag.name().equals(TAG)) {
      tag.value("NAME")
          .ifPresent(name -> tag.value("VALUE").ifPresent(value -> values.put(name, value)));
    }
  }

  /// The text with known variables replaced; references to others stay.
  String resolve(String text) {
    if (!isReferredToIn(text)) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(reference ->
            Matcher.quoteReplacement(values.getOrDefault(reference.group(1), reference.group())));
  }
}
