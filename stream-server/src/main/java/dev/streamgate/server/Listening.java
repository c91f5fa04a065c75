package dev.streamgate.server;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ListenerConfig;
import dev.streamgate.server.foundation.MediaOrigin.Ports;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The ports of a server: everything on the first, media also on a second if there is one (Spec,
/// product §3.2).
final class Listening {
  private static final String MEDIA = "media";
  private static final Duration RUNNING_ANSWERS = Duration.ofSeconds(10);

  /// Bytes; a playback token in an address takes most of it.
  private static final int LONGEST_REQUEST_LINE = 16 * 1024;

  /// Longer than any pause of a player or a portal; who comes later opens a new connection.
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(75);

  private static final Duration IDLE_CHECKS = Duration.ofSeconds(15);

  private final ListenerConfig config;
  private @Nullable WebServer server;

  Listening(ListenerConfig config) {
    this.config = config;
  }

  /// Opens the ports; when this returns they answer.
  ///
  /// @param media what the media port answers, asked for if there is one
  /// @throws ConfigurationException if a port is taken, or the host is none of ours
  void open(HttpRouting.Builder everything, Supplier<HttpRouting.Builder> media) {
    refuseForeignHost();
    WebServerConfig.Builder listener =
        WebServer.builder()
            .port(config.port())
            .shutdownHook(false)
            .shutdownGracePeriod(RUNNING_ANSWERS)
            .idleConnectionTimeout(LONGEST_IDLE)
            .idleConnectionPeriod(IDLE_CHECKS)
            .addProtocol(http())
            .addRouting(everything);
    config.host().ifPresent(listener::host);
    config.mediaPort().ifPresent(port -> addMedia(listener, port, media.get()));
    WebServer started = listener.build().start();
    server = started;
    refuseTakenPorts(started);
  }

  /// The ports that are open.
  Ports ports() {
    WebServer open = opened();
    return new Ports(
        open.port(),
        config.mediaPort().isPresent() ? OptionalInt.of(open.port(MEDIA)) : OptionalInt.empty());
  }

  /// Stops accepting and lets running answers end.
  void close() {
    Optional.ofNullable(server).ifPresent(WebServer::stop);
  }

  private void addMedia(WebServerConfig.Builder listener, int port, HttpRouting.Builder media) {
    listener.putSocket(
        MEDIA,
        socket -> {
          socket
              .port(port)
              .shutdownGracePeriod(RUNNING_ANSWERS)
              .idleConnectionTimeout(LONGEST_IDLE)
              .idleConnectionPeriod(IDLE_CHECKS)
              .addProtocol(http())
              .addRouting(media);
          config.host().ifPresent(socket::host);
        });
  }

  private static Http1Config http() {
    return Http1Config.builder().maxPrologueLength(LONGEST_REQUEST_LINE).build();
  }

  /// The system gives a free port on every address of this machine, and on no other.
  private void refuseForeignHost() {
    if (config.host().isPresent() && !isFree(0)) {
      throw ConfigurationException.of(
          "Configuration error: HOST must be an address of this machine.");
    }
  }

  /// The library logs that it could not bind, ends, and says nothing.
  private void refuseTakenPorts(WebServer started) {
    if (!started.isRunning()) {
      throw ConfigurationException.of(
          "Configuration error: Port " + takenPort() + " is already in use.");
    }
  }

  /// It does not say which port it was, either: the one that we cannot bind to now.
  private int takenPort() {
    return config.mediaPort().isPresent() && isFree(config.port())
        ? config.mediaPort().getAsInt()
        : config.port();
  }

  private boolean isFree(int port) {
    InetSocketAddress address =
        config
            .host()
            .map(host -> new InetSocketAddress(host, port))
            .orElseGet(() -> new InetSocketAddress(port));
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private WebServer opened() {
    return Optional.ofNullable(server)
        .orElseThrow(() -> new IllegalStateException("not listening yet"));
  }
}
