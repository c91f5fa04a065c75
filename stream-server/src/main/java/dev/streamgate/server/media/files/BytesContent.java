package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.Validators;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

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
  public Optional<ByteBuffer> inMemory() {
    return Optional.of(ByteBuffer.wrap(bytes));
  }

  @Override
  public void copyTo(WritableByteChannel out, ByteRange range) throws IOException {
    ByteBuffer part =
        ByteBuffer.wrap(bytes, Math.toIntExact(range.first()), Math.toIntExact(range.length()));
    while (part.hasRemaining()) {
      out.write(part);
    }
  }

  @Override
  public void close() {}
}
