package dev.streamgate.server.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;

/// The bytes of one stream file, of a size that does not change any more; they may still be on
/// their way from another server. Used by one thread.
public interface Content extends AutoCloseable {

  /// The size in bytes, as it was when the file was opened.
  ///
  /// @throws IllegalStateException if it is not known yet
  long size();

  /// The size, unless the bytes are still coming and nobody announced how many.
  default OptionalLong knownSize() {
    return OptionalLong.of(size());
  }

  /// What tells this state of the file from another.
  ///
  /// @throws IllegalStateException if the size is not known yet
  Validators validators();

  /// Whether this only describes a file: there is a size, maybe, but no byte to be had.
  default boolean isDescription() {
    return false;
  }

  /// Where it lies on this machine's disk. Told only if that was enough to ask for.
  default Optional<DiskPlace> place() {
    return Optional.empty();
  }

  /// Copies a part of it, waiting for bytes that are on their way. Of a file of unknown size a part
  /// that reaches beyond its end is what there is up to the end.
  ///
  /// @throws IOException if the bytes cannot be read (any more), or `out` takes none
  void copyTo(WritableByteChannel out, ByteRange range) throws IOException;

  /// All of its bytes, if they are in memory; read, never written.
  default Optional<ByteBuffer> inMemory() {
    return Optional.empty();
  }

  /// The playlist it holds.
  ///
  /// @throws IOException if it cannot be read or is too long to be one
  default Playlist playlist() throws IOException {
    return Playlist.read(this);
  }

  @Override
  void close() throws IOException;
}
