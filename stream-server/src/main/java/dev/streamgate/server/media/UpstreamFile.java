package dev.streamgate.server.media;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A file as it comes from an upstream server. Used by one thread.
public interface UpstreamFile extends AutoCloseable {

  /// The size in bytes that the server announced.
  OptionalLong announcedSize();

  /// Whether a body that broke off can be told from a whole one: there is an announced size to
  /// compare with, or an end mark.
  boolean hasVisibleEnd();

  /// The last change, as the server tells it.
  Optional<Instant> lastModified();

  /// Reads on, waiting for bytes no longer than the silence that is allowed.
  ///
  /// @return the number of bytes, negative at the end
  /// @throws IOException if the body breaks off or the server is silent
  int read(byte[] buffer) throws IOException;

  /// Ends the conversation; what was not read is left.
  @Override
  void close();
}
