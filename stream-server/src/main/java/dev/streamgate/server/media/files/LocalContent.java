package dev.streamgate.server.media.files;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.Validators;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/// An open file of the disk, of the size it had when it was opened, however it grows or shrinks.
final class LocalContent implements Content {
  private static final int BUFFER = 64 * 1024;

  private final FileChannel channel;
  private final long size;
  private final Validators validators;

  private LocalContent(FileChannel channel, long size, Validators validators) {
    this.channel = channel;
    this.size = size;
    this.validators = validators;
  }

  static LocalContent open(Path file, BasicFileAttributes attributes) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      long size = channel.size();
      return new LocalContent(
          channel, size, Validators.of(attributes.lastModifiedTime().toInstant(), size));
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
  public void copyTo(OutputStream out, ByteRange range) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, range.length())];
    long position = range.first();
    while (position <= range.last()) {
      int wanted = (int) Math.min(buffer.length, range.last() - position + 1);
      int read = channel.read(ByteBuffer.wrap(buffer, 0, wanted), position);
      if (read < 0) {
        throw new EOFException("the file shrank while it was being sent");
      }
      out.write(buffer, 0, read);
      position += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
