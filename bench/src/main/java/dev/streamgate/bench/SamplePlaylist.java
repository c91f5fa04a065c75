package dev.streamgate.bench;

import java.nio.charset.StandardCharsets;

/// Media playlists as ffmpeg writes them.
final class SamplePlaylist {
  private SamplePlaylist() {}

  /// 24 segments make 1.5 KB.
  static byte[] live(int segments) {
    return bytes(segments, "", "");
  }

  static byte[] recording(int segments) {
    return bytes(segments, "#EXT-X-PLAYLIST-TYPE:VOD\n", "#EXT-X-ENDLIST\n");
  }

  private static byte[] bytes(int segments, String type, String end) {
    StringBuilder playlist =
        new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:4\n")
            .append("#EXT-X-MEDIA-SEQUENCE:0\n")
            .append(type);
    for (int number = 0; number < segments; number++) {
      playlist.append("#EXTINF:4.000000,\n");
      if (type.isEmpty()) {
        playlist.append("#EXT-X-DISCONTINUITY\n");
      }
      playlist.append("segment-%05d.ts\n".formatted(number));
    }
    return playlist.append(end).toString().getBytes(StandardCharsets.US_ASCII);
  }
}
