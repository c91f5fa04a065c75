package dev.streamgate.server.media;

import java.io.IOException;

/// An upstream server refuses, breaks off or is silent, so that nobody can tell whether there is a
/// file.
public final class SourceUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  public SourceUnavailableException(String doing) {
    super(doing);
  }

  public SourceUnavailableException(String doing, Throwable cause) {
    super(doing, cause);
  }
}
