package dev.streamgate.server.sessions;

import java.util.Locale;

/// What keeps a session alive.
public enum SessionKind {
  /// Its heartbeats.
  VIEWER,
  /// The life of its token, for partners' players, which send no heartbeats.
  CONTENT;

  /// The name on the wire.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
