package dev.streamgate.server.changes;

import java.io.IOException;

/// A stream said nothing for as long as its reader would wait.
public final class SilenceException extends IOException {
  private static final long serialVersionUID = 1L;

  public SilenceException() {
    super("the stream is silent");
  }
}
