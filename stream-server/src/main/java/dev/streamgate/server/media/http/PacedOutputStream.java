package dev.streamgate.server.media.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets bytes through no faster than a limit, by waiting on the thread that writes: a virtual one,
/// which costs nobody else anything.
final class PacedOutputStream extends FilterOutputStream {
  private static final int BYTES_PER_KILOBYTE = 1000;

  /// Slices of a tenth of a second keep the pace even without a packet for every byte.
  private static final int SLICES_PER_SECOND = 10;

  private final long bytesPerSecond;
  private final LongSupplier nanoTime;
  private final Waiting waiting;
  private final long startedAt;
  private long written;

  PacedOutputStream(
      OutputStream out, int kilobytesPerSecond, LongSupplier nanoTime, Waiting waiting) {
    super(out);
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
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int slice = (int) Math.min(Integer.MAX_VALUE, bytesPerSecond / SLICES_PER_SECOND);
    int position = 0;
    while (position < length) {
      int part = Math.min(slice, length - position);
      out.write(bytes, offset + position, part);
      out.flush();
      position += part;
      written += part;
      waitUntilDue();
    }
  }

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
