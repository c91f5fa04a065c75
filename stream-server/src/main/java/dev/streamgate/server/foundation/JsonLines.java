package dev.streamgate.server.foundation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads lines, none of which may be longer than a row of a table can be: what is read may have
/// been made to exhaust memory.
final class JsonLines {
  private static final int LONGEST = 1 << 20;

  private final InputStream in;

  /// @param in is read byte by byte, so it should have a buffer
  JsonLines(InputStream in) {
    this.in = in;
  }

  /// The next line without its end; empty at the end.
  ///
  /// @throws DamagedBackupException if it is too long or has no end
  Optional<byte[]> next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    for (int one = first; one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new DamagedBackupException("its last line is cut off");
      }
      if (line.size() == LONGEST) {
        throw new DamagedBackupException("a line is too long");
      }
      line.write(one);
    }
    return Optional.of(line.toByteArray());
  }
}
