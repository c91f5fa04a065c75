package dev.streamgate.server.media;

import dev.streamgate.server.media.PlaylistTag.Attribute;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Edits the addresses in the lines of one playlist, from the first to the last: lines that are
/// one, and the `URI` attributes of the tags that point to something a player fetches (Spec, media
/// §5.1).
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

  /// In the bytes that an editor may have left before the first line.
  static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  /// What stands before a variable we do not know, if it can only lead to the place it seems to:
  /// behind a slash, `?` or `#` no value can name another host.
  private static final Pattern SETTLED =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*+://)?+[^:/\\\\?#{]++[/?#].*|/[^/\\\\{].*");

  private final UnaryOperator<String> edit;
  private final PlaylistVariables variables = new PlaylistVariables();

  PlaylistLines(UnaryOperator<String> edit) {
    this.edit = edit;
  }

  /// Appends a line, edited if need be, with the line end it came with.
  void append(String line, StringBuilder out) {
    if (line.startsWith("#")) {
      PlaylistTag.of(line).ifPresentOrElse(tag -> append(tag, line, out), () -> out.append(line));
      return;
    }
    if (!isAddress(line)) {
      out.append(line);
    } else {
      String address = line.strip();
      int start = line.indexOf(address);
      out.append(line, 0, start).append(edited(address));
      out.append(line, start + address.length(), line.length());
    }
  }

  private void append(PlaylistTag tag, String line, StringBuilder out) {
    variables.learn(tag);
    int copied = 0;
    if (TAGS_WITH_ADDRESS.contains(tag.name())) {
      for (Attribute attribute : tag.attributes()) {
        if (attribute.name().equals("URI") && attribute.quoted()) {
          out.append(line, copied, attribute.start()).append(edited(attribute.value()));
          copied = attribute.end();
        }
      }
    }
    out.append(line, copied, line.length());
  }

  /// An address with variables is judged by what it stands for, and stays as it is written unless
  /// it has to be edited.
  private String edited(String address) {
    String resolved = variables.resolve(address);
    if (!isSettled(resolved)) {
      return address;
    }
    String edited = edit.apply(resolved);
    return edited.equals(resolved) ? address : edited;
  }

  private static boolean isSettled(String address) {
    int unknown = address.indexOf("{$");
    return unknown < 0 || SETTLED.matcher(address.substring(0, unknown)).matches();
  }

  /// Whether a line is an address, that of a segment or of a rendition.
  static boolean isAddress(String line) {
    String address = line.strip();
    return !address.isEmpty() && !address.startsWith("#") && !address.startsWith(BYTE_ORDER_MARK);
  }

  /// The addresses in a line, as they are written.
  static Stream<String> addressesIn(String line) {
    return isAddress(line)
        ? Stream.of(line.strip())
        : PlaylistTag.of(line).stream()
            .filter(tag -> TAGS_WITH_ADDRESS.contains(tag.name()))
            .flatMap(tag -> tag.value("URI").stream());
  }
}
