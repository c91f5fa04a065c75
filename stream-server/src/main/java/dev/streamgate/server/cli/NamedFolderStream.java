package dev.streamgate.server.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A stream into a file of a passing name: its failures name the folder, which somebody chose.
final class NamedFolderStream extends FilterOutputStream {
  private final Path folder;

  NamedFolderStream(OutputStream file, Path folder) {
    super(file);
    this.folder = folder;
  }

  @FunctionalInterface
  private interface Act {
    void run() throws IOException;
  }

  @Override
  public void write(int one) throws IOException {
    naming(() -> out.write(one));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    naming(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    naming(out::flush);
  }

  @Override
  public void close() throws IOException {
    naming(out::close);
  }

  private void naming(Act act) throws IOException {
    try {
      act.run();
    } catch (IOException e) {
      throw new FileSystemException(folder.toString(), null, e.getMessage());
    }
  }
}
