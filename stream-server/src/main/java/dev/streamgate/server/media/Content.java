package dev.streamgate.server.media;

import java.io.IOException;
import java.io.OutputStream;

/// The bytes of one stream file, of a size that does not change any more. Used by one thread.
public interface Content extends AutoCloseable {

  /// The size in bytes, as it was when the file was opened.
  long size();

  Validators validators();

  /// Copies a part of it.
  ///
  /// @throws IOException if the bytes cannot be read (any more), or `out` takes none
  void copyTo(OutputStream out, ByteRange range) throws IOException;

  @Override
  void close() throws IOException;
}
