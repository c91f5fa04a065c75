package dev.streamgate.server;

import java.io.IOException;
import java.io.OutputStream;

/// Counts what passes through it.
final class CountedStream extends OutputStream {
  private final OutputStream out;
  private long count;

  CountedStream(OutputStream out) {
    this.out = out;
  }

  long count() {
    return count;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    count++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    count += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
