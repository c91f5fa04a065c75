package dev.streamgate.server;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ListenerConfig;
import dev.streamgate.server.foundation.MediaOrigin.Ports;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.ServerCertificate;
import dev.streamgate.server.foundation.http1.DirectHandler;
import dev.streamgate.server.foundation.http1.Encryption;
import dev.streamgate.server.foundation.http1.Listener;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ports of a server: everything on the first, media also on a second if there is one (Spec,
/// product §3.2).
final class Listening {
  private static final Duration LOOKS_AT_CERTIFICATE = Duration.ofSeconds(5);

  private final ListenerConfig config;
  private final InstantSource clock;
  private volatile @Nullable Listener main;
  private volatile @Nullable Listener media;
  private volatile Optional<ServerCertificate> certificate = Optional.empty();

  Listening(ListenerConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /// Opens the ports; when this returns they answer.
  ///
  /// @param direct answers its requests on both ports by itself
  /// @param everything the routes of the first
  /// @param mediaRoutes those of the media port, asked for if there is one
  /// @throws ConfigurationException if a port is taken, the host is none of ours, or there is no
  ///   certificate where one is named
  void open(
      DirectHandler direct,
      HttpRouting.Builder everything,
      Supplier<HttpRouting.Builder> mediaRoutes) {
    refuseForeignHost();
    certificate = config.tls().map(files -> new ServerCertificate(files, clock));
    main = open(config.port(), direct, everything);
    try {
      config.mediaPort().ifPresent(port -> media = open(port, direct, mediaRoutes.get()));
    } catch (ConfigurationException e) {
      close();
      throw e;
    }
    listeners().forEach(Listener::start); // not before each of them can be named
  }

  /// The ports that are open.
  Ports ports() {
    Listener first = main;
    Listener second = media;
    if (first == null) {
      throw new IllegalStateException("not listening yet");
    }
    return new Ports(
        first.port(), second == null ? OptionalInt.empty() : OptionalInt.of(second.port()));
  }

  /// Takes a new certificate soon after it was put there, and says when it ends.
  void repeat(RepeatedTasks tasks, Metrics metrics) {
    certificate.ifPresent(it -> {
      tasks.every(LOOKS_AT_CERTIFICATE, "looking at the certificate", it::follow);
      it.register(metrics);
    });
  }

  /// What the operator should know of the certificate.
  Optional<String> certificateWarning() {
    return certificate.flatMap(ServerCertificate::warning);
  }

  /// Stops accepting and lets running answers end.
  void close() {
    listeners().parallel().forEach(Listener::close);
  }

  private Stream<Listener> listeners() {
    return Stream.of(Optional.ofNullable(main), Optional.ofNullable(media))
        .flatMap(Optional::stream);
  }

  private Listener open(int port, DirectHandler direct, HttpRouting.Builder routing) {
    try {
      Encryption encryption = certificate.<Encryption>map(it -> it).orElse(Encryption.NONE);
      return Listener.open(address(port), encryption, direct, routing, clock);
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
