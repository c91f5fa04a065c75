package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.Validators;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/// A file of the disk whose bytes are in memory.
final class HeldContent implements Content {
  private final KnownFile file;
  private final HeldBytes bytes;

  /// @param bytes held; let go when this is closed
  HeldContent(KnownFile file, HeldBytes bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public Validators validators() {
    return file.validators();
  }

  @Override
  public Optional<ByteBuffer> inMemory() {
    return Optional.of(bytes.buffer());
  }

  @Override
  public Playlist playlist() throws IOException {
    return bytes.playlist();
  }

  @Override
  public void copyTo(WritableByteChannel out, ByteRange range) throws IOException {
    ByteBuffer part =
        bytes.buffer().slice(Math.toIntExact(range.first()), Math.toIntExact(range.length()));
    while (part.hasRemaining()) {
      out.write(part);
    }
  }

  @Override
  public void close() {
    bytes.release();
  }
}
