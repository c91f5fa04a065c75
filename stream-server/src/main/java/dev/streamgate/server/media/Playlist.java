package dev.streamgate.server.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// An HLS playlist (RFC 8216 §4), read line by line and never reformatted: what is not understood
/// stays as it is.
public final class Playlist {
  /// Far more than a day of segments; whatever is longer is no playlist.
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final String HEADER = "#EXTM3U";
  private static final String END = "#EXT-X-ENDLIST";
  private static final String VARIANT = "#EXT-X-STREAM-INF:";
  private static final String RECORDING_TYPE = "#EXT-X-PLAYLIST-TYPE:VOD";
  private static final String FIRST_NUMBER = "#EXT-X-MEDIA-SEQUENCE:";

  /// One character per byte, which makes reading and writing lossless whatever the bytes are; all
  /// that is looked for or added is ASCII.
  private final String text;

  private final byte[] bytes;

  public Playlist(byte[] bytes) {
    this.bytes = bytes;
    this.text = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// Reads a whole file.
  ///
  /// @throws IOException if it cannot be read or is too long to be a playlist
  public static Playlist read(Content content) throws IOException {
    if (content.size() > MAX_BYTES) {
      throw new IOException("a playlist of " + content.size() + " bytes");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) content.size());
    if (content.size() > 0) {
      content.copyTo(bytes, new ByteRange(0, content.size() - 1));
    }
    return new Playlist(bytes.toByteArray());
  }

  /// Whether it is a playlist at all (RFC 8216 §4.3.1.1).
  public boolean isPlaylist() {
    return text.startsWith(HEADER);
  }

  /// Whether nothing will be added any more. Never true of a multivariant playlist.
  public boolean isEnded() {
    return text.contains(END) && has(END);
  }

  /// What kind of media playlist it is. Without a number the first segment is number 0 (RFC 8216
  /// §4.3.3.2).
  public PlaylistKind kind() {
    if (!isEnded()) {
      return PlaylistKind.LIVE;
    }
    return has(RECORDING_TYPE) || firstNumber().equals("0")
        ? PlaylistKind.RECORDING
        : PlaylistKind.PARTIAL;
  }

  public boolean isMultivariant() {
    return lines().anyMatch(line -> line.startsWith(VARIANT));
  }

  /// The address of the first rendition of a multivariant playlist: the line that follows its tag.
  public Optional<String> firstVariant() {
    return lines()
        .dropWhile(line -> !line.startsWith(VARIANT))
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst();
  }

  /// The same playlist with each address of a child edited, and not one other byte.
  public byte[] withAddresses(UnaryOperator<String> edit) {
    PlaylistLines lines = new PlaylistLines(edit);
    StringBuilder edited = new StringBuilder(text.length() * 2);
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      lines.append(text.substring(start, end), edited);
      start = end;
    }
    return edited.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The file as it was read.
  public byte[] bytes() {
    return bytes;
  }

  private String firstNumber() {
    return lines()
        .filter(line -> line.startsWith(FIRST_NUMBER))
        .map(line -> line.substring(FIRST_NUMBER.length()).strip())
        .findFirst()
        .orElse("0");
  }

  private boolean has(String wanted) {
    return lines().anyMatch(wanted::equals);
  }

  private Stream<String> lines() {
    return text.lines().map(String::stripTrailing);
  }
}
