package dev.streamgate.server.media.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The bytes of one body while they come: one thread writes them, any number read them. They lie in
/// a file; what the disk does not take is held in memory, as far as the reserve goes.
final class Spool {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, byte[]> held = new TreeMap<>();
  private final Optional<SpoolFile> file;
  private final MemoryReserve reserve;
  private volatile long arrived;
  private boolean ended;
  private @Nullable IOException failure;

  /// @param file empty if the disk does not even take a new file
  Spool(Optional<SpoolFile> file, MemoryReserve reserve) {
    this.file = file;
    this.reserve = reserve;
  }

  /// Adds bytes at the end.
  ///
  /// @throws IOException if neither disk nor memory has room for them
  void append(byte[] bytes, int length) throws IOException {
    int written = file.map(it -> it.append(bytes, length)).orElse(0);
    if (written < length && !reserve.take(length - written)) {
      throw new IOException("neither disk nor memory has room for a segment");
    }
    lock.lock();
    try {
      if (written < length) {
        held.put(arrived + written, Arrays.copyOfRange(bytes, written, length));
      }
      long total = arrived + length;
      arrived = total;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Nothing more comes.
  void end() {
    settle(null);
  }

  /// Nothing more comes although something is missing; all who wait for it learn that.
  void fail(IOException cause) {
    settle(cause);
  }

  /// How many bytes have come.
  long arrived() {
    return arrived;
  }

  /// The file with everything that has come. Empty if a part of it is not on the disk.
  Optional<Path> wholeFile() {
    return file.filter(it -> it.size() == arrived).map(SpoolFile::path);
  }

  /// Reads from a position, waiting until there is something.
  ///
  /// @return the number of bytes, negative at the end
  /// @throws IOException if what comes next never will
  int read(byte[] buffer, long position) throws IOException {
    if (position >= arrived && !hasMore(position)) {
      return -1;
    }
    if (file.isPresent() && position < file.get().size()) {
      return file.get().read(buffer, position);
    }
    return readHeld(buffer, position);
  }

  /// Lets go of file and memory; nobody reads any more.
  ///
  /// @param kept whether the file was moved to its place in the cache
  void close(boolean kept) {
    file.ifPresent(it -> it.close(kept));
    held.values().forEach(bytes -> reserve.giveBack(bytes.length));
    held.clear();
  }

  private boolean hasMore(long position) throws IOException {
    lock.lock();
    try {
      while (position >= arrived && !ended) {
        changed.awaitUninterruptibly();
      }
      if (position >= arrived && failure != null) {
        throw new IOException("the body broke off", failure);
      }
      return position < arrived;
    } finally {
      lock.unlock();
    }
  }

  private int readHeld(byte[] buffer, long position) {
    lock.lock();
    try {
      Map.Entry<Long, byte[]> block = held.floorEntry(position);
      int offset = (int) (position - block.getKey());
      int length = Math.min(buffer.length, block.getValue().length - offset);
      System.arraycopy(block.getValue(), offset, buffer, 0, length);
      return length;
    } finally {
      lock.unlock();
    }
  }

  /// The first word counts.
  private void settle(@Nullable IOException cause) {
    lock.lock();
    try {
      failure = ended ? failure : cause;
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
