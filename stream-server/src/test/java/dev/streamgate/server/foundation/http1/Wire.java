package dev.streamgate.server.foundation.http1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A client that sends bytes as they are.
final class Wire implements AutoCloseable {
  /// One answer; the head with its line ends.
  record Reply(String head, String body) {
    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    String header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final Socket socket;
  private final InputStream in;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    in = socket.getInputStream();
  }

  void send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the peer is still there to take them.
  boolean sends(String bytes) {
    try {
      send(bytes);
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /// Sends a request with a host, and what stands behind the first line.
  Reply ask(String first, String... more) throws IOException {
    String tail = String.join("\r\n", more);
    boolean hasBody = tail.contains("\r\n\r\n");
    send(
        first
            + "\r\nHost: a\r\n"
            + (tail.isEmpty() ? "" : tail + (hasBody ? "" : "\r\n"))
            + (hasBody ? "" : "\r\n"));
    return receive(!first.startsWith("HEAD"));
  }

  Reply receive(boolean withBody) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("after " + head);
      }
      head.append((char) next);
    }
    Reply reply = new Reply(head.toString(), "");
    String length = reply.header("content-length");
    return withBody && !length.isEmpty()
        ? new Reply(reply.head(), read(Integer.parseInt(length)))
        : reply;
  }

  String read(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /// A peer that closes with bytes unread may reset the connection.
  String restUnlessReset() throws IOException {
    try {
      return rest();
    } catch (SocketException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
