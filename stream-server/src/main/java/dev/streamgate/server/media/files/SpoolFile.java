package dev.streamgate.server.media.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows while it is read. It can be moved or deleted meanwhile without a reader
/// noticing. One thread writes, any number read.
final class SpoolFile {
  private final Path path;
  private final FileChannel channel;
  private final DiskHealth health;
  private volatile long written;
  private boolean full;

  private SpoolFile(Path path, FileChannel channel, DiskHealth health) {
    this.path = path;
    this.channel = channel;
    this.health = health;
  }

  static SpoolFile create(Path path, DiskHealth health) throws IOException {
    return new SpoolFile(
        path,
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
        health);
  }

  Path path() {
    return path;
  }

  /// Writes as much as the disk takes, and nothing more once it took less than all.
  ///
  /// @return the number of bytes it took
  int append(byte[] bytes, int length) {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, full ? 0 : length);
    try {
      while (rest.hasRemaining()) {
        channel.write(rest, written + rest.position());
      }
    } catch (IOException e) {
      full = true;
      health.failed(e);
    }
    long total = written + rest.position();
    written = total;
    return rest.position();
  }

  long size() {
    return written;
  }

  /// Reads what is there from a position before the size.
  int read(byte[] buffer, long position) throws IOException {
    int wanted = (int) Math.min(buffer.length, written - position);
    return channel.read(ByteBuffer.wrap(buffer, 0, wanted), position);
  }

  /// @param keep whether the file itself stays, because it was moved to its place
  void close(boolean keep) {
    try {
      channel.close();
      if (!keep) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      health.failed(e);
    }
  }
}
