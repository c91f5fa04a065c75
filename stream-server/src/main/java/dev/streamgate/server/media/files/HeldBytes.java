package dev.streamgate.server.media.files;

import dev.streamgate.server.media.Playlist;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The bytes of a file outside the heap, from where a socket takes them without another copy. They
/// are freed when nobody holds them any more. Thread-safe.
final class HeldBytes {
  private final Arena arena;
  private final ByteBuffer bytes;
  private final AtomicLong allocated;
  private final AtomicInteger holders = new AtomicInteger(1);
  private volatile @Nullable Playlist playlist;

  private HeldBytes(Arena arena, ByteBuffer bytes, AtomicLong allocated) {
    this.arena = arena;
    this.allocated = allocated;
    this.bytes = bytes;
  }

  /// Reads a whole file, held by the caller.
  ///
  /// @param allocated counts these bytes already, and no more once they are freed
  /// @throws IOException if there are fewer bytes than that
  static HeldBytes read(Path file, long size, AtomicLong allocated) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer bytes = arena.allocate(size).asByteBuffer();
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new EOFException("the file shrank while it was being read");
        }
      }
      return new HeldBytes(arena, bytes.flip().asReadOnlyBuffer(), allocated);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      arena.close();
      allocated.addAndGet(-size);
      throw e;
    }
  }

  int size() {
    return bytes.capacity();
  }

  /// Holds them for one more.
  ///
  /// @return false if they are gone
  boolean hold() {
    return holders.updateAndGet(held -> held == 0 ? 0 : held + 1) > 0;
  }

  /// Holds them for one less.
  void release() {
    if (holders.decrementAndGet() == 0) {
      arena.close();
      allocated.addAndGet(-bytes.capacity());
    }
  }

  /// Good as long as they are held.
  ByteBuffer buffer() {
    return bytes.duplicate();
  }

  /// The playlist that they are, read once. It goes with them, so that those of all files take no
  /// more memory than these may.
  Playlist playlist() throws IOException {
    Playlist read = playlist;
    if (read == null) {
      read = Playlist.read(buffer());
      playlist = read;
    }
    return read;
  }
}
