package dev.streamgate.server.media.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets bytes through no faster than a limit, by waiting on the thread that writes: a virtual one,
/// which costs nobody else anything.
final class PacedChannel implements WritableByteChannel {
  private static final int BYTES_PER_KILOBYTE = 1000;

  /// Slices of a tenth of a second keep the pace even without a packet for every byte.
  private static final int SLICES_PER_SECOND = 10;

  private final WritableByteChannel out;
  private final long bytesPerSecond;
  private final LongSupplier nanoTime;
  private final Waiting waiting;
  private final long startedAt;
  private long written;

  PacedChannel(
      WritableByteChannel out, int kilobytesPerSecond, LongSupplier nanoTime, Waiting waiting) {
    this.out = out;
    this.bytesPerSecond = (long) kilobytesPerSecond * BYTES_PER_KILOBYTE;
    this.nanoTime = nanoTime;
    this.waiting = waiting;
    this.startedAt = nanoTime.getAsLong();
  }

  /// Lets time pass on the calling thread.
  @FunctionalInterface
  interface Waiting {
    void of(Duration duration) throws InterruptedException;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int slice = (int) Math.min(Integer.MAX_VALUE, bytesPerSecond / SLICES_PER_SECOND);
    int length = bytes.remaining();
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + slice));
      written += bytes.remaining();
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      waitUntilDue();
    }
    return length;
  }

  @Override
  public boolean isOpen() {
    return out.isOpen();
  }

  /// Nothing of its own has to be let go.
  @Override
  public void close() {}

  private void waitUntilDue() throws InterruptedIOException {
    long due = written * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
    long early = due - (nanoTime.getAsLong() - startedAt);
    if (early <= 0) {
      return;
    }
    try {
      waiting.of(Duration.ofNanos(early));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    }
  }
}
