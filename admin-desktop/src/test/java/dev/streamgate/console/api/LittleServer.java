package dev.streamgate.console.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// A real HTTP server that gives the answers it was told, one after the other, and remembers what
/// it was asked.
final class LittleServer implements AutoCloseable {
  private final HttpServer http;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  record Reply(int status, String body, Map<String, String> headers) {}

  record Asked(String method, String path, String body, Map<String, List<String>> headers) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  LittleServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::answer);
    http.start();
  }

  ServerAddress address() {
    return new ServerAddress(URI.create("http://localhost:" + http.getAddress().getPort()));
  }

  LittleServer replies(int status, String body) {
    return replies(status, body, Map.of());
  }

  LittleServer replies(int status, String body, Map<String, String> headers) {
    replies.add(new Reply(status, body, headers));
    return this;
  }

  Asked asked(int index) {
    return asked.get(index);
  }

  int count() {
    return asked.size();
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            body,
            Map.copyOf(exchange.getRequestHeaders())));
    Reply reply = replies.removeFirst();
    reply.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
