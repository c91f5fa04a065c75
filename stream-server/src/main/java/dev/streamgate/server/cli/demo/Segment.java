package dev.streamgate.server.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A segment of a media playlist: its address and how long it plays.
record Segment(String uri, Duration duration) {
  private static final String EXTINF = "#EXTINF:";
  private static final double NANOS = 1e9;

  /// The segments of a media playlist, in order (RFC 8216 §4.3.2.1).
  static List<Segment> listedIn(List<String> playlist) {
    List<Segment> segments = new ArrayList<>();
    Duration duration = Duration.ZERO;
    for (String line : playlist) {
      if (line.startsWith(EXTINF)) {
        String seconds = line.substring(EXTINF.length(), line.indexOf(','));
        duration = Duration.ofNanos(Math.round(Double.parseDouble(seconds) * NANOS));
      } else if (!line.startsWith("#")) {
        segments.add(new Segment(line, duration));
      }
    }
    return segments;
  }
}
