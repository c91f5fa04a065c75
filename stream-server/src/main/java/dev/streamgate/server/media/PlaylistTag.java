package dev.streamgate.server.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a playlist that is a tag with attributes (RFC 8216 §4.2), and where these stand in it.
final class PlaylistTag {
  /// One attribute and what follows up to the next; matched one after the other, so that a comma or
  /// an equals sign within the quotes of a value is passed over.
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "[ \\t]*([^=,\"\\r\\n]*+)=(?:\"([^\"\\r\\n]*+)\"|([^\",\\r\\n]*+))[^,\\r\\n]*+,?");

  private final String line;
  private final int colon;

  private PlaylistTag(String line, int colon) {
    this.line = line;
    this.colon = colon;
  }

  /// @param start where the value begins in the line
  /// @param end behind its last character
  record Attribute(String name, String value, int start, int end, boolean quoted) {}

  /// Empty if the line is none that could have attributes.
  static Optional<PlaylistTag> of(String line) {
    int colon = line.startsWith("#EXT") ? line.indexOf(':') : -1;
    return colon < 0 ? Optional.empty() : Optional.of(new PlaylistTag(line, colon));
  }

  /// The name with its `#`, such as `#EXT-X-KEY`.
  String name() {
    return line.substring(0, colon);
  }

  /// The attributes in their order; what is not understood is passed over.
  List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    Matcher matcher = ATTRIBUTE.matcher(line);
    int position = colon + 1;
    while (position < line.length()) {
      matcher.region(position, line.length());
      if (matcher.lookingAt()) {
        int group = matcher.group(2) == null ? 3 : 2;
        attributes.add(
            new Attribute(
                matcher.group(1),
                matcher.group(group),
                matcher.start(group),
                matcher.end(group),
                group == 2));
        position = matcher.end();
      } else {
        int comma = line.indexOf(',', position);
        position = comma < 0 ? line.length() : comma + 1;
      }
    }
    return attributes;
  }

  /// The value of an attribute.
  Optional<String> value(String name) {
    return attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(Attribute::value)
        .findFirst();
  }
}
