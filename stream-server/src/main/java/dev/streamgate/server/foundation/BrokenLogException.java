package dev.streamgate.server.foundation;

import java.io.IOException;

/// A part of the embedded database's log is surely not on the disk.
final class BrokenLogException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenLogException(IOException cause) {
    super("the database's log is broken; restart the server", cause);
  }
}
