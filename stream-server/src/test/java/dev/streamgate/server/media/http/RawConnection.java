package dev.streamgate.server.media.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A connection that sends exactly what it is told, as an attacker's would.
public final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MS = 10_000;

  private final Socket socket;
  private final InputStream in;

  public RawConnection(int port) throws IOException {
    this.socket = new Socket("localhost", port);
    this.socket.setSoTimeout(PATIENCE_MS);
    this.in = socket.getInputStream();
  }

  /// What came back; header names in lower case.
  public record Answer(int status, Map<String, String> headers, String body) {}

  /// Sends a request line and headers.
  public void send(String requestLine, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(requestLine).append("\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  public Answer receive() throws IOException {
    Answer head = receiveHead();
    int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(head.status(), head.headers(), body);
  }

  /// An answer without a body, such as that to a HEAD: what comes next is the next answer.
  Answer receiveHead() throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Answer(status, headers, "");
  }

  /// Reads that many bytes of a body.
  void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
  }

  /// Reads until the server ends the connection, and counts.
  long skipToEnd() throws IOException {
    return in.transferTo(OutputStream.nullOutputStream());
  }

  /// Everything up to the end of the connection, as it came.
  String receiveRest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
