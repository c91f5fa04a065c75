package dev.streamgate.server;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ListenerConfig;
import dev.streamgate.server.foundation.MediaOrigin.Ports;
import dev.streamgate.server.foundation.http1.DirectHandler;
import dev.streamgate.server.foundation.http1.Listener;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ports of a server: everything on the first, media also on a second if there is one (Spec,
/// product §3.2).
final class Listening {
  private final ListenerConfig config;
  private final InstantSource clock;
  private @Nullable Listener main;
  private @Nullable Listener media;

  Listening(ListenerConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /// Opens the ports; when this returns they answer.
  ///
  /// @param direct answers its requests on both ports by itself
  /// @param everything the routes of the first
  /// @param mediaRoutes those of the media port, asked for if there is one
  /// @throws ConfigurationException if a port is taken, or the host is none of ours
  void open(
      DirectHandler direct,
      HttpRouting.Builder everything,
      Supplier<HttpRouting.Builder> mediaRoutes) {
    refuseForeignHost();
    main = open(config.port(), direct, everything);
    if (config.mediaPort().isPresent()) {
      try {
        media = open(config.mediaPort().getAsInt(), direct, mediaRoutes.get());
      } catch (ConfigurationException e) {
        close();
        throw e;
      }
    }
  }

  /// The ports that are open.
  Ports ports() {
    if (main == null) {
      throw new IllegalStateException("not listening yet");
    }
    return new Ports(
        main.port(), media == null ? OptionalInt.empty() : OptionalInt.of(media.port()));
  }

  /// Stops accepting and lets running answers end.
  void close() {
    Stream.of(Optional.ofNullable(main), Optional.ofNullable(media))
        .flatMap(Optional::stream)
        .forEach(Listener::close);
  }

  private Listener open(int port, DirectHandler direct, HttpRouting.Builder routing) {
    try {
      return Listener.open(address(port), direct, routing, clock);
    } catch (IOException e) {
      throw ConfigurationException.of("Configuration error: Port " + port + " is already in use.");
    }
  }

  /// The system gives a free port on every address of this machine, and on no other.
  private void refuseForeignHost() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address(0));
    } catch (IOException e) {
      throw ConfigurationException.of(
          "Configuration error: HOST must be an address of this machine.");
    }
  }

  private InetSocketAddress address(int port) {
    return config
        .host()
        .map(host -> new InetSocketAddress(host, port))
        .orElseGet(() -> new InetSocketAddress(port));
  }
}
