package dev.streamgate.server.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A live media playlist that plays the same segments again and again. Where the loop begins anew
/// the playlist says so, because time stamps jump back there (RFC 8216 §4.3.2.3, §4.3.3.3).
final class LoopingPlaylist {
  private static final int WINDOW = 6;
  private static final double MILLIS = 1000.0;

  private final List<Segment> segments;
  private final Duration loop;

  LoopingPlaylist(List<Segment> segments) {
    this.segments = List.copyOf(segments);
    this.loop = segments.stream().map(Segment::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /// The playlist as it stands this long after the beginning: the last six segments that are over,
  /// fewer at the very beginning, but never none.
  String after(Duration elapsed) {
    long newest = Math.max(0, completeAfter(elapsed) - 1);
    long oldest = Math.max(0, newest - WINDOW + 1);
    StringBuilder playlist = new StringBuilder(header(oldest));
    for (long index = oldest; index <= newest; index++) {
      if (index > 0 && index % segments.size() == 0) {
        playlist.append("#EXT-X-DISCONTINUITY\n");
      }
      Segment segment = segments.get((int) (index % segments.size()));
      playlist.append(
          String.format(
              Locale.ROOT,
              "#EXTINF:%.3f,\n%s\n",
              segment.duration().toMillis() / MILLIS,
              segment.uri()));
    }
    return playlist.toString();
  }

  private String header(long oldest) {
    long target = segments.stream().mapToLong(s -> s.duration().toSeconds()).max().orElse(1);
    return String.join(
        "\n",
        "#EXTM3U",
        "#EXT-X-VERSION:6",
        "#EXT-X-TARGETDURATION:" + target,
        "#EXT-X-MEDIA-SEQUENCE:" + oldest,
        "#EXT-X-DISCONTINUITY-SEQUENCE:" + discontinuitiesBefore(oldest),
        "#EXT-X-INDEPENDENT-SEGMENTS",
        "");
  }

  /// How many marks have left the window; one that stands before the oldest segment has not.
  private long discontinuitiesBefore(long oldest) {
    return oldest == 0 ? 0 : (oldest - 1) / segments.size();
  }

  private long completeAfter(Duration elapsed) {
    long complete = elapsed.dividedBy(loop) * segments.size();
    Duration rest = elapsed.minus(loop.multipliedBy(elapsed.dividedBy(loop)));
    for (Segment segment : segments) {
      rest = rest.minus(segment.duration());
      if (rest.isNegative()) {
        return complete;
      }
      complete++;
    }
    return complete;
  }
}
