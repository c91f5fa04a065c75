package dev.streamgate.server.media;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Edits the addresses in single lines of a playlist: lines that are one, and the `URI` attributes
/// of the tags that point to something a player fetches (Spec, media §5.1).
final class PlaylistLines {
  private static final Set<String> TAGS_WITH_ADDRESS =
      Set.of(
          "#EXT-X-KEY",
          "#EXT-X-MAP",
          "#EXT-X-MEDIA",
          "#EXT-X-I-FRAME-STREAM-INF",
          "#EXT-X-PART",
          "#EXT-X-PRELOAD-HINT",
          "#EXT-X-RENDITION-REPORT",
          "#EXT-X-SESSION-KEY");

  /// One attribute; matched one after the other, so that a comma or `URI=` within the quotes of
  /// another value is passed over (RFC 8216 §4.2). The bound keeps the search linear.
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Z0-9-]{1,64})=(?:\"([^\"\r\n]*)\"|[^\",\r\n]*)");

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private final UnaryOperator<String> edit;

  PlaylistLines(UnaryOperator<String> edit) {
    this.edit = edit;
  }

  /// Appends a line, edited if need be, with the line end it came with.
  void append(String line, StringBuilder out) {
    if (line.startsWith("#")) {
      appendTag(line, out);
    } else if (line.isBlank() || line.startsWith(BYTE_ORDER_MARK)) {
      out.append(line);
    } else {
      String address = line.strip();
      int start = line.indexOf(address);
      out.append(line, 0, start).append(edit.apply(address));
      out.append(line, start + address.length(), line.length());
    }
  }

  private void appendTag(String line, StringBuilder out) {
    int colon = line.indexOf(':');
    if (colon < 0 || !TAGS_WITH_ADDRESS.contains(line.substring(0, colon))) {
      out.append(line);
      return;
    }
    int copied = 0;
    Matcher attribute = ATTRIBUTE.matcher(line);
    for (int from = colon + 1; attribute.find(from); from = attribute.end()) {
      String address = attribute.group(2);
      if (attribute.group(1).equals("URI") && address != null) {
        out.append(line, copied, attribute.start(2)).append(edit.apply(address));
        copied = attribute.end(2);
      }
    }
    out.append(line, copied, line.length());
  }
}
