package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.Validators;
import java.io.IOException;
import java.io.OutputStream;

/// A short file in memory.
final class BytesContent implements Content {
  private final byte[] bytes;
  private final Validators validators;

  BytesContent(byte[] bytes, Validators validators) {
    this.bytes = bytes;
    this.validators = validators;
  }

  @Override
  public Validators validators() {
    return validators;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public void copyTo(OutputStream out, ByteRange range) throws IOException {
    out.write(bytes, Math.toIntExact(range.first()), Math.toIntExact(range.length()));
  }

  @Override
  public void close() {}
}
