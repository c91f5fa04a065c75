package dev.streamgate.show;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The example site of the partners' guide, on an origin of its own, with hls.js beside it.
final class PartnerWebsite implements AutoCloseable {
  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "partner-site");
  private static final Path PORTAL = Path.of("..", "stream-server", "src", "main", "portal");
  private static final Path PLAYER = Path.of("node_modules", "hls.js", "dist", "hls.min.js");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  PartnerWebsite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("opening the example site", e);
    }
    Path pages = EXAMPLE.toAbsolutePath().normalize();
    server.setExecutor(threads);
    server.createContext("/", SimpleFileServer.createFileHandler(pages));
    server.createContext("/hls.min.js", PartnerWebsite::sendPlayer);
    server.start();
  }

  /// Another name of this machine than the viewers' server has.
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static void sendPlayer(HttpExchange exchange) throws IOException {
    byte[] script = Files.readAllBytes(PORTAL.resolve(PLAYER));
    exchange.getResponseHeaders().set("Content-Type", "text/javascript");
    exchange.sendResponseHeaders(200, script.length);
    try (exchange) {
      exchange.getResponseBody().write(script);
    }
  }
}
