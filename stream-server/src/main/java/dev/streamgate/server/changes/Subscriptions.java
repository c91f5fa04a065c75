package dev.streamgate.server.changes;

import dev.streamgate.model.changes.RevocationSyncResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Tells readers of each change as it commits (API §5.2). Every reader stays on its own thread and
/// goes at its own pace; between changes nobody asks the database. Thread-safe.
public final class Subscriptions {
  private final Feed feed;
  private final ChangeSignal signal;
  private final Duration quiet;
  private final BooleanSupplier isBlind;

  /// @param quiet after how long without a change a reader is told that there is none
  /// @param isBlind whether nobody here knows if there is one, because the log cannot be read
  public Subscriptions(Feed feed, ChangeSignal signal, Duration quiet, BooleanSupplier isBlind) {
    this.feed = feed;
    this.signal = signal;
    this.quiet = quiet;
    this.isBlind = isBlind;
  }

  /// Somebody who follows the feed.
  public interface Reader {
    /// Takes the next page; the thread waits until that is done.
    ///
    /// @throws IOException if the reader is gone
    void take(RevocationSyncResponse page) throws IOException;

    /// Hears that there was nothing to tell.
    ///
    /// @throws IOException if the reader is gone
    void nothingNew() throws IOException;
  }

  /// Tells everything after `cursor`, page by page, and then each change by itself, until the
  /// reader is gone, the signal is closed, or the log cannot be read. A reader whose cursor is
  /// beyond the newest change is first told that one's number.
  ///
  /// @throws IOException if the reader is gone
  /// @throws InterruptedException if this thread is told to end
  public void follow(long cursor, Reader reader) throws IOException, InterruptedException {
    long told = tellPast(cursor, reader);
    while (true) {
      switch (signal.await(told, quiet)) {
        case CLOSED -> {
          return;
        }
        case QUIET -> {
          if (isBlind.getAsBoolean()) {
            return;
          }
          reader.nothingNew();
        }
        case CHANGED -> told = tellNew(told, reader);
      }
    }
  }

  private long tellPast(long cursor, Reader reader) throws IOException {
    RevocationSyncResponse page = feed.after(cursor, Feed.LONGEST_PAGE);
    if (page.cursor() != cursor) {
      reader.take(page);
    }
    while (page.more() && !signal.isClosed()) {
      page = feed.after(page.cursor(), Feed.LONGEST_PAGE);
      reader.take(page);
    }
    return page.cursor();
  }

  private long tellNew(long told, Reader reader) throws IOException {
    long last = told;
    for (RevocationSyncResponse page : feed.each(told)) {
      reader.take(page);
      last = page.cursor();
    }
    return last;
  }
}
