package dev.streamgate.console.stand;

import dev.streamgate.console.host.ServerProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A server program that says its first words when it is started.
public final class FakeProgram implements ServerProgram {
  private boolean there = true;
  private boolean running;
  private boolean alone;

  public void isMissing() {
    there = false;
  }

  /// The computer is in no network.
  public void isAlone() {
    alone = true;
  }

  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean isThere() {
    return there;
  }

  @Override
  public Started start(Path dataFolder, int port, Consumer<String> line, Runnable ended) {
    running = true;
    line.accept("12:00:00.123 INFO  StreamGate 0.1.0 listens on port " + port);
    line.accept("Sign in as \"admin\" with password: first-Secret-1");
    line.accept("Portal for viewers: http://localhost:" + port + "/");
    return () -> running = false;
  }

  @Override
  public List<String> hosts() {
    return alone ? List.of() : List.of("192.168.178.40");
  }
}
