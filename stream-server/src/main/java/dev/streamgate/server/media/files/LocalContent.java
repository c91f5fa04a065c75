package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.Validators;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

/// An open file of the disk, of the size it had when it was opened, however it grows or shrinks.
final class LocalContent implements Content {
  private static final int BUFFER = 128 * 1024;

  private final FileChannel channel;
  private final long size;
  private final Validators validators;

  private LocalContent(FileChannel channel, long size, Validators validators) {
    this.channel = channel;
    this.size = size;
    this.validators = validators;
  }

  static LocalContent open(KnownFile file) throws IOException {
    FileChannel channel =
        FileChannel.open(file.real(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      long size = channel.size();
      return new LocalContent(
          channel,
          size,
          size == file.size()
              ? file.validators()
              : Validators.of(file.validators().lastModified(), size));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Validators validators() {
    return validators;
  }

  @Override
  public void copyTo(WritableByteChannel out, ByteRange range) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, range.length()));
    long position = range.first();
    while (position <= range.last()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), range.last() - position + 1));
      int read = channel.read(buffer, position);
      if (read < 0) {
        throw new EOFException("the file shrank while it was being sent");
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      position += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
