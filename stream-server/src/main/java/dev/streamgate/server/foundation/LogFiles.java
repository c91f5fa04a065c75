package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.GroupCommit.LogStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hsqldb.Database;
import org.hsqldb.Session;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;
import org.hsqldb.persist.Logger;

/// The embedded database's way to its files, which is its own but for the log: when it wants the
/// log synced, it is noted that there is something to sync.
final class LogFiles implements FileAccess {
  private final FileAccess files;
  private final String logName;
  private final GroupCommit commits;

  private LogFiles(FileAccess files, String logName, GroupCommit commits) {
    this.files = files;
    this.logName = logName;
    this.commits = commits;
  }

  /// Replaces the way to the files of the database behind a connection, unless that was done
  /// before. At the checkpoint the database opens a new log, by the new way; until then it syncs
  /// each commit by itself.
  static GroupCommit takeOver(Connection connection) throws SQLException {
    JDBCConnection embedded = connection.unwrap(JDBCConnection.class);
    Database database = ((Session) embedded.getSession()).getDatabase();
    if (database.logger.fileAccess instanceof LogFiles ours) {
      return ours.commits;
    }
    GroupCommit commits = new GroupCommit();
    if (database.logger.isFileDatabase()) {
      String logName = database.getPath() + Logger.logFileExtension;
      database.logger.fileAccess = new LogFiles(database.logger.fileAccess, logName, commits);
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT");
      }
    }
    return commits;
  }

  @Override
  public OutputStream openOutputStreamElementAppend(String name) throws IOException {
    return logged(name, files.openOutputStreamElementAppend(name));
  }

  @Override
  public OutputStream openOutputStreamElement(String name) throws IOException {
    return logged(name, files.openOutputStreamElement(name));
  }

  private OutputStream logged(String name, OutputStream stream) throws IOException {
    return name.equals(logName) ? commits.open(stream, files.getFileSync(stream)) : stream;
  }

  @Override
  public FileSync getFileSync(OutputStream stream) throws IOException {
    return stream instanceof LogStream ? commits::committed : files.getFileSync(stream);
  }

  @Override
  public InputStream openInputStreamElement(String name) throws IOException {
    return files.openInputStreamElement(name);
  }

  @Override
  public boolean isStreamElement(String name) {
    return files.isStreamElement(name);
  }

  @Override
  public void createParentDirs(String name) {
    files.createParentDirs(name);
  }

  @Override
  public boolean removeElement(String name) {
    return files.removeElement(name);
  }

  @Override
  public boolean renameElement(String from, String to) {
    return files.renameElement(from, to);
  }

  @Override
  public boolean renameElementOrCopy(String from, String to, EventLogInterface events) {
    return files.renameElementOrCopy(from, to, events);
  }
}
