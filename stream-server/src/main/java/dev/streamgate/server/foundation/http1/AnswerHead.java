package dev.streamgate.server.foundation.http1;

import io.helidon.http.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The status line and the headers of one answer as bytes (RFC 9112 §4, §5).
final class AnswerHead {
  private static final byte[] VERSION = ascii("HTTP/1.1 ");
  private static final byte[] LINE_END = ascii("\r\n");
  private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
  private static final byte[][] STATUSES = new byte[600][];
  private static final int USUAL_SIZE = 512;

  private byte[] bytes;
  private int used;

  /// @param room for the body that may follow in the same buffer
  AnswerHead(int status, int room) {
    bytes = new byte[USUAL_SIZE + room];
    add(VERSION);
    add(statusText(status));
    add(LINE_END);
  }

  AnswerHead line(HeaderLine line) {
    return add(line.bytes());
  }

  /// The length of the body (RFC 9110 §8.6).
  AnswerHead length(long length) {
    add(CONTENT_LENGTH);
    add(ascii(Long.toString(length)));
    return add(LINE_END);
  }

  /// A whole line with its end.
  AnswerHead line(byte[] line) {
    return add(line);
  }

  AnswerHead end() {
    return add(LINE_END);
  }

  /// Adds a body that is short enough to be copied.
  AnswerHead body(ByteBuffer body) {
    int length = body.remaining();
    makeRoom(length);
    body.get(body.position(), bytes, used, length);
    used += length;
    return this;
  }

  ByteBuffer toBuffer() {
    return ByteBuffer.wrap(bytes, 0, used);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private AnswerHead add(byte[] more) {
    makeRoom(more.length);
    System.arraycopy(more, 0, bytes, used, more.length);
    used += more.length;
    return this;
  }

  private void makeRoom(int length) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
    }
  }

  /// Made once for each status; two threads that make one at the same time make the same.
  private static byte[] statusText(int status) {
    byte[] known = STATUSES[status];
    if (known == null) {
      known = ascii(status + " " + Status.create(status).reasonPhrase());
      STATUSES[status] = known;
    }
    return known;
  }
}
