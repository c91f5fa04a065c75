package dev.streamgate.server.changes.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Something that answers like a platform that is out of its mind.
final class OddPlatform implements AutoCloseable {
  private final ServerSocket listener;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private OddPlatform(String answer) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(answer.getBytes(StandardCharsets.UTF_8)));
  }

  /// Answers each connection with this page and ends it.
  static OddPlatform answering(String page) {
    return of(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(page.length(), page));
  }

  /// Announces more than it ever sends.
  static OddPlatform stalling() {
    return of("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"revocations\":");
  }

  String address() {
    return "http://localhost:" + listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("closing a platform", e);
    }
  }

  private static OddPlatform of(String answer) {
    try {
      return new OddPlatform(answer);
    } catch (IOException e) {
      throw new IllegalStateException("opening a platform", e);
    }
  }

  private void serve(byte[] answer) {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.add(connection);
        OutputStream out = connection.getOutputStream();
        out.write(answer);
        out.flush();
      } catch (IOException e) {
        return; // closed
      }
    }
  }
}
