package dev.streamgate.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Another maker's server that stands in front of ours, as a process of its own.
final class ProxyProcess implements AutoCloseable {
  private static final int LOOKS = 500;

  private final Process process;
  private final Path output;

  private ProxyProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// Starts it, and returns when it takes requests.
  ///
  /// @param output the file for what it prints
  /// @param port where it listens then
  /// @param isReady what must be so besides
  static ProxyProcess start(ProcessBuilder command, Path output, int port, BooleanSupplier isReady)
      throws IOException, InterruptedException {
    command.redirectErrorStream(true).redirectOutput(output.toFile());
    ProxyProcess started = new ProxyProcess(command.start(), output);
    for (int look = 0; look < LOOKS && started.process.isAlive(); look++) {
      if (isListening(port) && isReady.getAsBoolean()) {
        return started;
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(started.printed());
  }

  /// All that it printed. Ends it.
  String printed() throws IOException {
    close();
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isListening(int port) {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
