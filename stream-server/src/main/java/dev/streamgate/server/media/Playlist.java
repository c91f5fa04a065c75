package dev.streamgate.server.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An HLS playlist (RFC 8216 §4), read line by line and never reformatted: what is not understood
/// stays as it is.
public final class Playlist {
  /// Far more than a day of segments; whatever is longer is no playlist.
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final String HEADER = "#EXTM3U";
  private static final String END = "#EXT-X-ENDLIST";
  private static final String VARIANT = "#EXT-X-STREAM-INF:";
  private static final String RECORDING_TYPE = "#EXT-X-PLAYLIST-TYPE:VOD";
  private static final int NEWEST_SEGMENTS = 3;
  private static final Pattern TARGET_DURATION =
      Pattern.compile("#EXT-X-TARGETDURATION:\\s*(\\d{1,6})(?:\\.\\d*)?");
  private static final String GAP = "#EXT-X-GAP";
  private static final String FIRST_NUMBER = "#EXT-X-MEDIA-SEQUENCE:";

  /// One character per byte, which makes reading and writing lossless whatever the bytes are; all
  /// that is looked for or added is ASCII.
  private final String text;

  private final byte[] bytes;

  /// Looked for once; two threads that look at the same time find the same.
  private @Nullable Boolean ended;

  public Playlist(byte[] bytes) {
    this.bytes = bytes;
    this.text = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// Reads a whole file.
  ///
  /// @throws IOException if it cannot be read or is too long to be a playlist
  public static Playlist read(Content content) throws IOException {
    limit(content.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) content.size());
    if (content.size() > 0) {
      content.copyTo(Channels.newChannel(bytes), new ByteRange(0, content.size() - 1));
    }
    return new Playlist(bytes.toByteArray());
  }

  /// Reads what is in memory.
  ///
  /// @throws IOException if it is too long to be a playlist
  public static Playlist read(ByteBuffer content) throws IOException {
    limit(content.remaining());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return new Playlist(bytes);
  }

  private static void limit(long size) throws IOException {
    if (size > MAX_BYTES) {
      throw new IOException("a playlist of " + size + " bytes");
    }
  }

  /// Whether it is a playlist at all (RFC 8216 §4.3.1.1).
  public boolean isPlaylist() {
    return text.startsWith(HEADER) || text.startsWith(PlaylistLines.BYTE_ORDER_MARK + HEADER);
  }

  /// Whether nothing will be added any more. Never true of a multivariant playlist.
  public boolean isEnded() {
    Boolean known = ended;
    if (known == null) {
      known = text.contains(END) && has(END);
      ended = known;
    }
    return known;
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
    rawLines().forEach(line -> lines.append(line, edited));
    return edited.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The same playlist without the renditions above a height, and without one other byte missing.
  public Playlist upTo(int maxHeight) {
    HeightFilter filter = filter(maxHeight);
    List<String> lines = rawLines();
    StringBuilder left = new StringBuilder(text.length());
    for (int number = 0; number < lines.size(); number++) {
      left.append(filter.isLeftOut(number) ? "" : lines.get(number));
    }
    return new Playlist(left.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Which of its renditions a height leaves; of a media playlist nothing is left out.
  HeightFilter filter(int maxHeight) {
    return HeightFilter.of(rawLines(), maxHeight);
  }

  /// How long its segments are at most (RFC 8216 §4.3.3.1); zero if it does not say.
  Duration targetDuration() {
    return lines()
        .map(TARGET_DURATION::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Duration.ofSeconds(Integer.parseInt(matcher.group(1))))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /// The addresses it named last: those from its last few segments on, of parts and of what it
  /// hints at. Variables are replaced.
  List<String> newestAddresses() {
    PlaylistVariables variables = new PlaylistVariables();
    List<String> addresses = new ArrayList<>();
    List<Integer> segments = new ArrayList<>();
    for (String line : rawLines()) {
      PlaylistTag.of(line).ifPresent(variables::learn);
      if (PlaylistLines.isAddress(line)) {
        segments.add(addresses.size());
      }
      PlaylistLines.addressesIn(line).map(variables::resolve).forEach(addresses::add);
    }
    int from = Math.max(0, segments.size() - NEWEST_SEGMENTS);
    return segments.isEmpty() ? addresses : addresses.subList(segments.get(from), addresses.size());
  }

  /// What it names for players to fetch, in its order, without segments that it declares to be
  /// missing (`#EXT-X-GAP`).
  public List<NamedFile> named() {
    boolean isMultivariant = isMultivariant();
    PlaylistVariables variables = new PlaylistVariables();
    List<NamedFile> named = new ArrayList<>();
    boolean isGap = false;
    for (String line : rawLines()) {
      PlaylistTag.of(line).ifPresent(variables::learn);
      boolean isLeftOut = isGap && PlaylistLines.isAddress(line);
      isGap = line.strip().equals(GAP) || (isGap && !isLeftOut);
      if (!isLeftOut) {
        NamedFile.kindIn(line, isMultivariant)
            .ifPresent(kind ->
                PlaylistLines.addressesIn(line)
                    .map(address -> new NamedFile(kind, variables.resolve(address)))
                    .forEach(named::add));
      }
    }
    return named;
  }

  /// The file as it was read.
  public byte[] bytes() {
    return bytes;
  }

  /// The lines with the line ends they came with.
  private List<String> rawLines() {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
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
