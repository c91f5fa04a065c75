package dev.streamgate.server.media;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sorts the renditions of a multivariant playlist by a maximum height (Spec, media §2): which
/// lines are left out, and which addresses stay open or are closed by that. An entry without
/// `RESOLUTION` stays. Video renditions of a group that only left-out entries use go with them.
final class HeightFilter {
  private static final String VARIANT = "#EXT-X-STREAM-INF";
  private static final String IFRAME_VARIANT = "#EXT-X-I-FRAME-STREAM-INF";
  private static final String MEDIA = "#EXT-X-MEDIA";
  private static final Pattern RESOLUTION = Pattern.compile("\\d{1,9}x(\\d{1,9})");

  private final int maxHeight;
  private final PlaylistVariables variables = new PlaylistVariables();
  private final BitSet leftOutLines = new BitSet();
  private final List<String> open = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final Set<String> openGroups = new HashSet<>();
  private final Set<String> closedGroups = new HashSet<>();
  private Optional<Boolean> nextIsOpen = Optional.empty();

  private HeightFilter(int maxHeight) {
    this.maxHeight = maxHeight;
  }

  /// @param lines all lines of the playlist
  static HeightFilter of(List<String> lines, int maxHeight) {
    HeightFilter filter = new HeightFilter(maxHeight);
    for (int number = 0; number < lines.size(); number++) {
      filter.sort(number, lines.get(number));
    }
    for (int number = 0; number < lines.size(); number++) {
      filter.sortMedia(number, lines.get(number));
    }
    return filter;
  }

  boolean isLeftOut(int line) {
    return leftOutLines.get(line);
  }

  /// Addresses of renditions that may be played.
  List<String> open() {
    return open;
  }

  /// Addresses of renditions that may not.
  List<String> closed() {
    return closed;
  }

  private void sort(int number, String line) {
    Optional<PlaylistTag> tag = PlaylistTag.of(line);
    if (tag.isPresent()) {
      sort(number, tag.get());
      return;
    }
    if (PlaylistLines.isAddress(line) && nextIsOpen.isPresent()) {
      keep(number, Optional.of(variables.resolve(line.strip())), nextIsOpen.get());
      nextIsOpen = Optional.empty();
    }
  }

  private void sort(int number, PlaylistTag tag) {
    variables.learn(tag);
    if (tag.name().equals(VARIANT)) {
      boolean isOpen = isLowEnough(tag);
      nextIsOpen = Optional.of(isOpen);
      keep(number, Optional.empty(), isOpen);
      tag.value("VIDEO").ifPresent(group -> (isOpen ? openGroups : closedGroups).add(group));
    } else if (tag.name().equals(IFRAME_VARIANT)) {
      keep(number, tag.value("URI").map(variables::resolve), isLowEnough(tag));
    }
  }

  private void sortMedia(int number, String line) {
    Optional<PlaylistTag> media = PlaylistTag.of(line).filter(tag -> tag.name().equals(MEDIA));
    media.ifPresent(tag -> {
      boolean isVideo = tag.value("TYPE").filter("VIDEO"::equals).isPresent();
      String group = tag.value("GROUP-ID").orElse("");
      boolean isOpen = !isVideo || openGroups.contains(group) || !closedGroups.contains(group);
      keep(number, tag.value("URI").map(variables::resolve), isOpen);
    });
  }

  private void keep(int line, Optional<String> address, boolean isOpen) {
    address.ifPresent((isOpen ? open : closed)::add);
    if (!isOpen) {
      leftOutLines.set(line);
    }
  }

  /// A resolution that cannot be read might be any.
  private boolean isLowEnough(PlaylistTag tag) {
    Optional<String> resolution = tag.value("RESOLUTION").map(String::strip);
    if (resolution.isEmpty()) {
      return true;
    }
    Matcher size = RESOLUTION.matcher(resolution.get());
    return size.matches() && Integer.parseInt(size.group(1)) <= maxHeight;
  }
}
