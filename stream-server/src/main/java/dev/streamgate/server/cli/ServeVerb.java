package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Runs the server until the process is asked to end.
@Command(
    name = "serve",
    description = {
      "Runs the server.",
      "Configuration: application.yaml in this directory, then the environment, then --KEY=value."
    },
    customSynopsis = "streamgate serve [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class ServeVerb implements Callable<Integer> {
  private final ServerStarter starter;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Unmatched private List<String> settings = new ArrayList<>();

  ServeVerb(ServerStarter starter, Map<String, String> environment) {
    this.starter = starter;
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    ServerConfig config =
        ServerConfig.load(
            new ConfigSources()
                .yaml(ServerConfig.FILE)
                .environment(environment)
                .arguments(settings));
    ProcessEnd end = new ProcessEnd();
    StartedServer server = starter.start(config);
    end.then(server::stop);
    server.whenToldToStop(end::ask);
    announce(config, server);
    end.await();
    return 0;
  }

  private void announce(ServerConfig config, StartedServer server) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Version.text() + ", role " + config.role().wireName());
    String own = "http://localhost:" + server.port();
    switch (config.role()) {
      case ALL, PLATFORM -> announcePlatform(out, config.portal().portalUrl().orElse(own), server);
      case MEDIA -> out.println("Media:              " + own + "/streams/");
    }
    server
        .mediaPort()
        .ifPresent(
            port -> out.println("Media alone:        http://localhost:" + port + "/streams/"));
    out.flush();
  }

  private static void announcePlatform(PrintWriter out, String portal, StartedServer server) {
    out.println("Portal for viewers: " + portal + "/");
    out.println("Console for staff:  ./streamgate console --server " + portal);
    server
        .firstPassword()
        .ifPresent(password -> {
          out.println("Sign in as \"admin\" with password: " + password);
          out.println("This password is shown once and must be changed at the first sign-in.");
        });
  }
}
