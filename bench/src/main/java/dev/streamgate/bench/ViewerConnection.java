package dev.streamgate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One kept connection of a viewer. It reads answers with a length, which is all that is asked for
/// here, and costs next to nothing beside what it measures.
final class ViewerConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String LENGTH = "content-length:";

  private final InetSocketAddress from;
  private final InetSocketAddress to;
  private final byte[] buffer = new byte[8 * 1024];
  private Socket socket = new Socket();
  private int start;
  private int end;

  /// @param from the viewer's own address
  ViewerConnection(String from, int port) {
    this.from = new InetSocketAddress(InetAddress.ofLiteral(from), 0);
    this.to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /// @param body of the answer, as far as it fits into the buffer
  record Answer(int status, String body) {}

  Answer get(String path, String bearer) throws IOException {
    return ask("GET " + path + head(bearer) + "\r\n");
  }

  Answer post(String path, String bearer, String json) throws IOException {
    return ask(
        "POST "
            + path
            + head(bearer)
            + "Content-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("closing a connection", e);
    }
  }

  private String head(String bearer) {
    return " HTTP/1.1\r\nHost: 127.0.0.1:"
        + to.getPort()
        + "\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0\r\n"
        + (bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n");
  }

  private Answer ask(String request) throws IOException {
    try {
      if (!socket.isConnected()) {
        connect();
      }
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return answer(socket.getInputStream());
    } catch (IOException e) {
      close();
      socket = new Socket();
      throw e;
    }
  }

  private void connect() throws IOException {
    start = 0;
    end = 0;
    socket.bind(from);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(to, PATIENCE_MILLIS);
  }

  private Answer answer(InputStream in) throws IOException {
    String status = line(in);
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    return new Answer(Integer.parseInt(status.substring(9, 12)), body(in, length));
  }

  private String body(InputStream in, int length) throws IOException {
    StringBuilder text = new StringBuilder();
    int left = length;
    while (left > 0) {
      int part = Math.min(left, buffered(in));
      if (length <= buffer.length) {
        text.append(new String(buffer, start, part, StandardCharsets.UTF_8));
      }
      start += part;
      left -= part;
    }
    return text.toString();
  }

  private String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int available = buffered(in);
      int newline = start;
      while (newline < start + available && buffer[newline] != '\n') {
        newline++;
      }
      line.append(new String(buffer, start, newline - start, StandardCharsets.ISO_8859_1));
      boolean whole = newline < end;
      start = whole ? newline + 1 : newline;
      if (whole) {
        return line.toString().stripTrailing();
      }
    }
  }

  /// How many bytes are in the buffer; reads some if there are none.
  private int buffered(InputStream in) throws IOException {
    if (start == end) {
      start = 0;
      end = Math.max(0, in.read(buffer));
      if (end == 0) {
        throw new IOException("the server ended the connection");
      }
    }
    return end - start;
  }
}
