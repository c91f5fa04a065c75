package dev.streamgate.server.changes;

import dev.streamgate.model.changes.RevocationSyncResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The platform's feed, as an edge reads it (API §5).
public interface FeedSource {
  /// What happened after change `cursor`, by net effect.
  ///
  /// @throws IOException if the platform cannot be asked, or refuses
  RevocationSyncResponse after(long cursor) throws IOException, InterruptedException;

  /// Opens the stream of what happens after change `cursor`.
  ///
  /// @throws IOException if it cannot be had
  Tail follow(long cursor) throws IOException, InterruptedException;

  /// Tells the platform how far this edge is.
  ///
  /// @param logId the log of which it says so
  /// @throws IOException if it cannot be told
  void acknowledge(Acknowledgement said, String logId) throws IOException, InterruptedException;

  /// An open stream.
  interface Tail extends AutoCloseable {
    /// Waits for the next sign of life.
    ///
    /// @return the page it brought, or nothing if it only said that there is nothing new
    /// @throws SilenceException if there was none for as long as `patience`
    /// @throws IOException if the stream has ended
    Optional<RevocationSyncResponse> next(Duration patience)
        throws IOException, InterruptedException;

    @Override
    void close();
  }
}
