package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ServerConfig;
import java.io.PrintWriter;
import java.util.List;

/// A server from its configuration to its end.
final class Serving {
  private final ServerStarter starter;
  private final DataDesks desks;
  private final PrintWriter out;

  Serving(ServerStarter starter, DataDesks desks, PrintWriter out) {
    this.starter = starter;
    this.desks = desks;
    this.out = out;
  }

  /// Returns when the process is asked to end.
  ///
  /// @param settings of the form `--KEY=value`; they stand above the environment
  /// @throws dev.streamgate.server.foundation.ConfigurationException if one of them is wrong
  void run(List<String> settings) throws InterruptedException {
    ServerConfig config = ServerConfig.load(desks.sources(settings));
    try (ProcessEnd end = new ProcessEnd()) {
      StartedServer server = starter.start(config);
      end.then(server::stop);
      server.whenToldToStop(end::ask);
      announce(config, server);
      end.await();
    }
  }

  private void announce(ServerConfig config, StartedServer server) {
    out.println(Version.text() + ", role " + config.role().wireName());
    String own = scheme(config) + "://localhost:" + server.port();
    switch (config.role()) {
      case ALL, PLATFORM -> announcePlatform(config.portal().portalUrl().orElse(own), server);
      case MEDIA -> out.println("Media:              " + own + "/streams/");
    }
    server
        .mediaPort()
        .ifPresent(port ->
            out.println(
                "Media alone:        " + scheme(config) + "://localhost:" + port + "/streams/"));
    out.flush();
  }

  private static String scheme(ServerConfig config) {
    return config.listener().tls().isPresent() ? "https" : "http";
  }

  private void announcePlatform(String portal, StartedServer server) {
    out.println("Portal for viewers: " + portal + "/");
    out.println("Console for staff:  " + CommandName.typed() + " console --server " + portal);
    server
        .firstPassword()
        .ifPresent(password -> {
          out.println("Sign in as \"admin\" with password: " + password);
          out.println("This password is shown once and must be changed at the first sign-in.");
        });
  }
}
