package dev.streamgate.server.foundation.http1;

import java.io.IOException;

/// Answers some requests by itself, straight from and to the connection. Thread-safe.
public interface DirectHandler {
  /// Takes nothing.
  DirectHandler NONE =
      new DirectHandler() {
        @Override
        public boolean takes(String rawPath) {
          return false;
        }

        @Override
        public void answer(RequestHead request, AnswerSink sink) {
          throw new IllegalStateException("takes no request");
        }
      };

  /// Whether requests to this path are its own, whatever their method; all others are answered by
  /// the routes.
  ///
  /// @param rawPath as it was sent, undecoded
  boolean takes(String rawPath);

  /// Answers a request of its own, once.
  ///
  /// @throws IOException if what is to be sent cannot be read, or the client does not take it
  void answer(RequestHead request, AnswerSink sink) throws IOException;
}
