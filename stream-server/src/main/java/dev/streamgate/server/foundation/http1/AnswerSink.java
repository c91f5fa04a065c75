package dev.streamgate.server.foundation.http1;

import java.io.IOException;

/// Takes the one answer to a request.
@FunctionalInterface
public interface AnswerSink {

  /// Sends it, all of it, on the calling thread.
  ///
  /// @throws IOException if it could not be sent whole; the connection is of no more use then
  void send(Answer answer) throws IOException;
}
