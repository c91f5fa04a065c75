package dev.streamgate.server.foundation.http1;

import dev.streamgate.server.foundation.http1.Received.Gone;
import dev.streamgate.server.foundation.http1.Received.Head;
import dev.streamgate.server.foundation.http1.Received.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Reads the heads of one connection's requests, one after the other. Holds little while it waits.
/// Used by one thread.
final class RequestReader {
  /// Bytes; a playback token takes most of a line.
  static final int LONGEST_LINE = 16 * 1024;

  static final int LONGEST_HEAD = 2 * LONGEST_LINE;
  private static final int USUAL_HEAD = 2048;
  private static final int HEAD_END = 4;

  private final Transport channel;
  private byte[] bytes = new byte[USUAL_HEAD];
  private int start;
  private int end;
  private int headEnd;

  RequestReader(Transport channel) {
    this.channel = channel;
  }

  /// Waits for the first byte of a request.
  ///
  /// @return whether one came, rather than the end of the connection
  @SuppressWarnings(
      "ThreadPriorityCheck") // nothing waits for it; it only saves calls of the system
  boolean awaitRequest() throws IOException {
    if (start == end) {
      Thread.yield();
    }
    return start < end || fill();
  }

  /// Reads to the end of the head that has begun.
  Received readHead() throws IOException {
    int looked = start;
    while (true) {
      skipEmptyLines();
      looked = Math.max(looked, start);
      headEnd = endOfHead(looked);
      if (headEnd > 0) {
        return head();
      }
      if (hasLoneLineFeed(looked)) {
        return Refused.BAD;
      }
      if (isLineTooLong()) {
        return Refused.LINE_TOO_LONG;
      }
      if (end - start >= LONGEST_HEAD) {
        return Refused.HEAD_TOO_LONG;
      }
      looked = Math.max(start, end - HEAD_END + 1);
      int shift = start;
      if (!fill()) {
        return new Gone();
      }
      looked -= shift - start;
    }
  }

  private Received head() {
    start = AbsoluteForm.strip(bytes, start, headEnd);
    Optional<RawHead> head = RawHead.read(bytes, start, headEnd, channel.peer());
    return head.isPresent() ? new Head(head.get()) : Refused.BAD;
  }

  /// Old clients send one behind a body (RFC 9112 §2.2).
  private void skipEmptyLines() {
    while (end - start >= 2 && bytes[start] == '\r' && bytes[start + 1] == '\n') {
      start += 2;
    }
  }

  /// Leaves the head that was read behind.
  void next() {
    start = headEnd;
  }

  /// All bytes that came and were not left behind. Whoever takes them gives back what is over.
  byte[] take() {
    byte[] taken = Arrays.copyOfRange(bytes, start, end);
    start = 0;
    end = 0;
    return taken;
  }

  /// Puts bytes that belong to the next request back in front.
  void giveBack(byte[] left) {
    bytes = left.length < USUAL_HEAD ? Arrays.copyOf(left, USUAL_HEAD) : left;
    start = 0;
    end = left.length;
  }

  private boolean fill() throws IOException {
    makeRoom();
    int read = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
    end += Math.max(read, 0);
    return read > 0;
  }

  private void makeRoom() {
    if (start == end) {
      start = 0;
      end = 0;
      bytes = bytes.length > USUAL_HEAD ? new byte[USUAL_HEAD] : bytes;
    } else if (end == bytes.length) {
      int length = end - start;
      byte[] wider = length * 2 > bytes.length ? new byte[length * 2] : bytes;
      System.arraycopy(bytes, start, wider, 0, length);
      bytes = wider;
      start = 0;
      end = length;
    }
  }

  /// Behind the first empty line, or 0.
  private int endOfHead(int from) {
    for (int at = from; at + HEAD_END <= end; at++) {
      if (bytes[at] == '\r'
          && bytes[at + 1] == '\n'
          && bytes[at + 2] == '\r'
          && bytes[at + 3] == '\n') {
        return at + HEAD_END;
      }
    }
    return 0;
  }

  /// Such a head may never end with an empty line of ours.
  private boolean hasLoneLineFeed(int from) {
    for (int at = from; at < end; at++) {
      if (bytes[at] == '\n' && (at == start || bytes[at - 1] != '\r')) {
        return true;
      }
    }
    return false;
  }

  private boolean isLineTooLong() {
    if (end - start < LONGEST_LINE) {
      return false;
    }
    for (int at = start; at < start + LONGEST_LINE; at++) {
      if (bytes[at] == '\n') {
        return false;
      }
    }
    return true;
  }
}
