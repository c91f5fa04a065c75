package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalLong;

/// What follows the headers of an answer.
public sealed interface AnswerBody {

  /// Nothing, and nothing is said of a length: for the statuses that never have a body (RFC 9110
  /// §6.4.1).
  record None() implements AnswerBody {}

  /// Bytes that are there, from the buffer's position to its limit.
  record Bytes(ByteBuffer bytes) implements AnswerBody {
    public Bytes(byte[] bytes) {
      this(ByteBuffer.wrap(bytes));
    }
  }

  /// Bytes that are written when it is time.
  ///
  /// @param length how many there will be; absent if nobody knows yet
  record Streamed(OptionalLong length, Source source) implements AnswerBody {}

  /// Writes a body.
  @FunctionalInterface
  interface Source {
    /// Writes all of it.
    ///
    /// @throws IOException if the bytes end early, or the client takes no more
    void writeTo(WritableByteChannel out) throws IOException;
  }
}
