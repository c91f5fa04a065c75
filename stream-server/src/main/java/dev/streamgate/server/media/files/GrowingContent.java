package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.Validators;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalLong;

/// A file that is still coming from another server, for one of those who wait for it.
final class GrowingContent implements Content {
  private static final int BUFFER = 64 * 1024;

  private final Arrival arrival;
  private final Runnable leave;
  private boolean left;

  /// @param leave tells that this one waits no more
  GrowingContent(Arrival arrival, Runnable leave) {
    this.arrival = arrival;
    this.leave = leave;
  }

  @Override
  public long size() {
    return arrival.size().orElseThrow(() -> new IllegalStateException("no size announced"));
  }

  @Override
  public OptionalLong knownSize() {
    return arrival.size();
  }

  @Override
  public Validators validators() {
    return arrival.validators();
  }

  @Override
  public void copyTo(WritableByteChannel out, ByteRange range) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, range.length())];
    long position = range.first();
    while (position <= range.last()) {
      int read = arrival.spool().read(buffer, position);
      if (read < 0) {
        requireEnd();
        return;
      }
      int wanted = (int) Math.min(read, range.last() - position + 1);
      ByteBuffer part = ByteBuffer.wrap(buffer, 0, wanted);
      while (part.hasRemaining()) {
        out.write(part);
      }
      position += wanted;
    }
  }

  @Override
  public void close() {
    if (!left) {
      left = true;
      leave.run();
    }
  }

  private void requireEnd() throws EOFException {
    if (arrival.size().isPresent()) {
      throw new EOFException("fewer bytes came than were announced");
    }
  }
}
