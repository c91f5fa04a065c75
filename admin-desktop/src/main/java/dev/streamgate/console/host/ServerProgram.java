package dev.streamgate.console.host;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The server that comes with this console, as a program of this computer.
public interface ServerProgram {
  /// Whether there is one to start.
  boolean isThere();

  /// Starts it; may be called from any thread. `line` is given each line it writes and `ended` its
  /// end, both from other threads.
  ///
  /// @throws java.io.UncheckedIOException if it cannot be started
  Started start(Path dataFolder, int port, Consumer<String> line, Runnable ended);

  /// The addresses of this computer in its networks, those of viewers' telephones first.
  List<String> hosts();

  /// A server that runs.
  interface Started {
    /// Ends it as it wants to be ended, and waits for that.
    void stop();
  }
}
