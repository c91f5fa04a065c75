package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Sends a body of unknown length in pieces that tell their own (RFC 9112 §7.1).
final class ChunkedChannel implements WritableByteChannel {
  private static final byte[] LINE_END = AnswerHead.ascii("\r\n");
  private static final byte[] LAST = AnswerHead.ascii("0\r\n\r\n");

  private final ClientChannel channel;

  ChunkedChannel(ClientChannel channel) {
    this.channel = channel;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    if (length > 0) {
      byte[] size = AnswerHead.ascii(Integer.toHexString(length) + "\r\n");
      channel.write(ByteBuffer.wrap(size), bytes);
      channel.write(ByteBuffer.wrap(LINE_END));
    }
    return length;
  }

  /// Tells that this was all.
  void end() throws IOException {
    channel.write(ByteBuffer.wrap(LAST));
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /// The connection goes on after the body.
  @Override
  public void close() {}
}
