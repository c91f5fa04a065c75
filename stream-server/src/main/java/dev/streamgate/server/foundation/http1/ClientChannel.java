package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.WritableByteChannel;

/// The way to one client. Each write ends when all of it was taken, and the time for it runs only
/// meanwhile: what the server itself waits for counts against nobody.
final class ClientChannel implements WritableByteChannel {
  /// How much is given at once, and has to be taken in its own time.
  private static final int SLICE = 1024 * 1024;

  /// The same from the heap, which is copied for each call of the system.
  private static final int HEAP_SLICE = 128 * 1024;

  private final GatheringByteChannel channel;
  private final Deadline deadline;

  /// Bytes taken since others had their turn.
  private long turn;

  ClientChannel(GatheringByteChannel channel, Deadline deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    int end = bytes.limit();
    while (bytes.position() < end) {
      slice(bytes, end);
      long slice = bytes.remaining();
      deadline.sending(slice);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      letOthers(slice);
    }
    deadline.none();
    return length;
  }

  /// Writes a head and what follows it, with one call of the system where the client takes it.
  void write(ByteBuffer head, ByteBuffer body) throws IOException {
    int end = body.limit();
    slice(body, end);
    long left = (long) head.remaining() + body.remaining();
    deadline.sending(left);
    ByteBuffer[] both = {head, body};
    while (left > 0) {
      left -= channel.write(both);
    }
    body.limit(end);
    write(body);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /// The connection goes on after a body.
  @Override
  public void close() {}

  /// Many who begin to take large files at the same moment, each as fast as its memory lets it,
  /// would hold up those who ask for small ones.
  @SuppressWarnings("ThreadPriorityCheck") // nothing waits for it
  private void letOthers(long taken) {
    turn += taken;
    if (turn >= SLICE) {
      turn = 0;
      Thread.yield();
    }
  }

  private static void slice(ByteBuffer bytes, int end) {
    int most = bytes.isDirect() ? SLICE : HEAP_SLICE;
    bytes.limit(Math.min(end, bytes.position() + most));
  }
}
