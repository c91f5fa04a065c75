package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.WritableByteChannel;

/// Sends a body of unknown length in pieces that tell their own (RFC 9112 §7.1).
final class ChunkedChannel implements WritableByteChannel {
  private static final byte[] LINE_END = AnswerHead.ascii("\r\n");
  private static final byte[] LAST = AnswerHead.ascii("0\r\n\r\n");

  private final GatheringByteChannel channel;
  private final Runnable progress;

  /// @param progress told of each piece that was sent
  ChunkedChannel(GatheringByteChannel channel, Runnable progress) {
    this.channel = channel;
    this.progress = progress;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    if (length > 0) {
      byte[] size = AnswerHead.ascii(Integer.toHexString(length) + "\r\n");
      Writing.all(channel, ByteBuffer.wrap(size), bytes, ByteBuffer.wrap(LINE_END));
      progress.run();
    }
    return length;
  }

  /// Tells that this was all.
  void end() throws IOException {
    Writing.all(channel, ByteBuffer.wrap(LAST));
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /// The connection goes on after the body.
  @Override
  public void close() {}
}
