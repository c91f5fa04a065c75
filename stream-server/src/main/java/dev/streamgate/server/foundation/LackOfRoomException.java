package dev.streamgate.server.foundation;

import java.io.IOException;

/// There is no room in a folder to do something; the message says which and what, without a full
/// stop.
public final class LackOfRoomException extends IOException {
  private static final long serialVersionUID = 1L;

  LackOfRoomException(String problem) {
    super(problem);
  }
}
