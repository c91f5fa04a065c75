package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.lib.FileAccess.FileSync;
import org.jspecify.annotations.Nullable;

/// Lets transactions of the embedded database that end at the same time share one sync of its log.
/// A commit hands its log to the system and is noted; whoever made it then waits, outside of all
/// locks of the database, until a sync that began later has ended. The first to come syncs for all
/// who are waiting. Of a database that is not embedded in files nothing is noted, and nobody waits.
/// Thread-safe.
final class GroupCommit {
  private final AtomicLong commits = new AtomicLong();
  private final AtomicLong syncs = new AtomicLong();
  private final ThreadLocal<Long> own = new ThreadLocal<>();
  private final ReentrantLock syncing = new ReentrantLock();
  private volatile long lasting;
  private volatile @Nullable IOException failure;
  private @Nullable FileSync log;

  /// Takes over the log of the database behind a connection.
  static GroupCommit of(Connection connection) throws SQLException {
    if (!connection.isWrapperFor(JDBCConnection.class)) {
      return new GroupCommit();
    }
    GroupCommit commits = LogFiles.takeOver(connection);
    commits.everything();
    return commits;
  }

  /// Begins a log, in the place of the one before, which has been closed.
  OutputStream open(OutputStream file, FileSync sync) {
    syncing.lock();
    try {
      log = sync;
    } finally {
      syncing.unlock();
    }
    return new LogStream(file);
  }

  /// Notes a commit of this thread whose log the system has.
  void committed() {
    own.set(commits.incrementAndGet());
  }

  /// Waits until all that this thread committed outlasts a power cut.
  ///
  /// @throws StorageException if that is not to be had
  void await() {
    Long commit = own.get();
    if (commit != null) {
      own.remove();
      last(commit);
    }
  }

  /// Waits until all that anybody committed so far outlasts a power cut.
  ///
  /// @throws StorageException if that is not to be had
  void everything() {
    last(commits.get());
  }

  /// Whether a part of the log is surely not on the disk.
  boolean isBroken() {
    return failure != null;
  }

  /// How often the log has been synced.
  long syncs() {
    return syncs.get();
  }

  private void last(long commit) {
    if (lasting >= commit) {
      return;
    }
    syncing.lock();
    try {
      if (lasting < commit) {
        sync();
      }
    } catch (IOException e) {
      throw new StorageException("making a commit last", e);
    } finally {
      syncing.unlock();
    }
  }

  /// After a failure nobody knows what of the log is on the disk (a second sync may well succeed
  /// without having written what the first could not), so it stays with the failure.
  private void sync() throws IOException {
    long noted = commits.get(); // first: whoever fails says so before it is noted
    if (failure != null) {
      throw new BrokenLogException(failure);
    }
    try {
      if (log != null) {
        log.sync();
      }
    } catch (IOException e) {
      failure = e;
      throw new BrokenLogException(e);
    }
    syncs.incrementAndGet();
    lasting = noted;
  }

  /// The log as the database writes it.
  final class LogStream extends OutputStream {
    private final OutputStream file;

    private LogStream(OutputStream file) {
      this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    /// The database keeps a failure to itself and goes on; whoever wrote must learn of it. Nothing
    /// is written behind what is not whole, so that it stays the end of the log.
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      IOException broken = failure;
      if (broken == null) {
        try {
          file.write(bytes, offset, length);
          return;
        } catch (IOException e) {
          failure = e;
          broken = e;
        }
      }
      committed();
      throw new BrokenLogException(broken);
    }

    /// The database closes its log when it has put all that is in it elsewhere, or ends.
    @Override
    public void close() throws IOException {
      syncing.lock();
      try {
        sync();
      } finally {
        log = null;
        syncing.unlock();
        file.close();
      }
    }
  }
}
