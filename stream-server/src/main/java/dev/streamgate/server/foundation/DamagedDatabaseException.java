package dev.streamgate.server.foundation;

import java.nio.file.Path;

/// Files of the embedded database are damaged, or one of them is gone. That does not pass by
/// itself: a person has to restore a backup.
public final class DamagedDatabaseException extends StorageException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String file;
  private final String what;

  /// @param file the one that is damaged
  /// @param what is wrong with it, such as "is missing"
  DamagedDatabaseException(Path file, String what, Throwable cause) {
    super(words(file, what), cause);
    this.problem = words(file, what);
    this.file = file.toString();
    this.what = what;
  }

  private static String words(Path file, String what) {
    return "The database is damaged: " + file + " " + what;
  }

  /// The same of the files in another folder, of which these are a copy.
  public DamagedDatabaseException in(Path folder) {
    return new DamagedDatabaseException(folder.resolve(file().getFileName()), what, this);
  }

  /// A sentence without its full stop.
  public String problem() {
    return problem;
  }

  public Path file() {
    return Path.of(file);
  }
}
