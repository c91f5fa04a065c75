package dev.streamgate.server.foundation.http1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A request line and its headers in the bytes they came in. It reads them where they lie, so it is
/// good until the next request is read, and for one thread.
final class RawHead implements RequestHead {
  private static final String HOST = "Host";
  private static final String CONNECTION = "Connection";
  private static final String LENGTH = "Content-Length";
  private static final String CODING = "Transfer-Encoding";

  private final byte[] bytes;
  private final Peer peer;
  private final String method;
  private final String rawPath;
  private final String rawQuery;
  private final boolean isOldVersion;

  /// Four positions for each header: those of its name and of its value.
  private final int[] lines;

  private RawHead(byte[] bytes, Peer peer, RequestLine first, int[] lines) {
    this.bytes = bytes;
    this.peer = peer;
    this.method = first.method();
    String target = first.target();
    int question = target.indexOf('?');
    this.rawPath = question < 0 ? target : target.substring(0, question);
    this.rawQuery = question < 0 ? "" : target.substring(question + 1);
    this.isOldVersion = first.isOldVersion();
    this.lines = lines;
  }

  /// Reads a head that ends with its empty line. Empty if it is not to the letter what RFC 9112
  /// §2.2, §3 and §5 ask for.
  static Optional<RawHead> read(byte[] bytes, int start, int end, Peer peer) {
    return RequestLine.read(bytes, start, end)
        .flatMap(first ->
            HeaderLines.read(bytes, first.end(), end)
                .map(lines -> new RawHead(bytes, peer, first, lines)))
        .filter(head -> head.isOldVersion || head.count(HOST) == 1)
        .filter(RawHead::isFramed);
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String rawPath() {
    return rawPath;
  }

  @Override
  public String rawQuery() {
    return rawQuery;
  }

  @Override
  public List<String> headers(String name) {
    List<String> found = List.of();
    for (int line = 0; line < lines.length; line += HeaderLines.POSITIONS) {
      if (isNamed(line, name)) {
        found = found.isEmpty() ? new ArrayList<>(1) : found;
        found.add(text(lines[line + 2], lines[line + 3]));
      }
    }
    return found;
  }

  /// The usual case of one line makes no list.
  @Override
  public Optional<String> header(String name) {
    int found = -1;
    for (int line = 0; line < lines.length; line += HeaderLines.POSITIONS) {
      if (isNamed(line, name)) {
        if (found >= 0) {
          return RequestHead.super.header(name);
        }
        found = line;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(text(lines[found + 2], lines[found + 3]));
  }

  @Override
  public String authority() {
    return header(HOST).orElse("");
  }

  @Override
  public String peerAddress() {
    return peer.address();
  }

  @Override
  public boolean isPeerLoopback() {
    return peer.isLoopback();
  }

  @Override
  public int localPort() {
    return peer.local().getPort();
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  /// Whether it is of HTTP/1.0, which knows no chunks.
  boolean isOldVersion() {
    return isOldVersion;
  }

  /// Whether the connection may go on after the answer (RFC 9112 §9.3).
  boolean isPersistent() {
    if (isOldVersion) {
      return hasOption(CONNECTION, "keep-alive");
    }
    return count(CONNECTION) == 0 || !hasOption(CONNECTION, "close");
  }

  /// Whether there is one way only to read where its body ends: programs that read it differently
  /// would take a part of it for a request (RFC 9112 §6.3, §11.2).
  private boolean isFramed() {
    Optional<String> length = header(LENGTH);
    Optional<String> coding = header(CODING);
    return (length.isEmpty() || (coding.isEmpty() && isNumber(length.get())))
        && (coding.isEmpty() || (!isOldVersion && coding.get().equals("chunked")));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(symbol -> symbol >= '0' && symbol <= '9');
  }

  /// Whether a body follows (RFC 9112 §6).
  boolean hasBody() {
    return count(CODING) > 0 || (count(LENGTH) > 0 && !header(LENGTH).orElse("").equals("0"));
  }

  private int count(String name) {
    int count = 0;
    for (int line = 0; line < lines.length; line += HeaderLines.POSITIONS) {
      count += isNamed(line, name) ? 1 : 0;
    }
    return count;
  }

  private boolean hasOption(String name, String option) {
    return headers(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .anyMatch(it -> it.strip().equalsIgnoreCase(option));
  }

  private boolean isNamed(int line, String name) {
    int start = lines[line];
    if (lines[line + 1] - start != name.length()) {
      return false;
    }
    for (int at = 0; at < name.length(); at++) {
      if (lowerCase(bytes[start + at]) != lowerCase((byte) name.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static int lowerCase(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
