package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.foundation.ListenerConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the ports are the server's, or free for it.
final class PortsCheck implements Check {
  /// What the system says of ports below 1024 to users without the right to them.
  private static final String DENIED = "Permission denied";

  private final ListenerConfig config;
  private final Optional<ServerContact> server;
  private final Web web;

  PortsCheck(ListenerConfig config, Optional<ServerContact> server, Web web) {
    this.config = config;
    this.server = server;
    this.web = web;
  }

  @Override
  public List<Finding> findings() {
    if (server.isPresent()) {
      return List.of(answering(server.get()));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(free("PORT", config.port()));
    config.mediaPort().ifPresent(port -> findings.add(free("MEDIA_PORT", port)));
    return findings;
  }

  private Finding answering(ServerContact contact) {
    String subject = "Port " + contact.port();
    return switch (web.get(contact.url("/health"), Optional.empty())) {
      case Web.Answer.Given given when given.status() == 200 ->
          Finding.ok(subject, "the server answers");
      case Web.Answer.Given given ->
          Finding.fail(
              subject, "the server answers " + given.status(), "look into its log, and restart it");
      case Web.Answer.None none ->
          Finding.fail(
              subject,
              "the server does not answer: " + none.reason(),
              "look into its log, and restart it");
    };
  }

  private Finding free(String key, int port) {
    String subject = "Port " + port;
    if (port == 0) {
      return Finding.ok(subject, key + " takes any free one");
    }
    try (ServerSocket socket = new ServerSocket()) {
      InetAddress host = InetAddress.getByName(config.host().orElse("0.0.0.0"));
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return Finding.ok(subject, "is free");
    } catch (BindException e) {
      return DENIED.equals(e.getMessage())
          ? Finding.warn(
              subject,
              "this user may not take it; the service of the packages may",
              "start the server and look again, or name a port above 1023 as " + key)
          : Finding.fail(
              subject,
              "cannot be taken: " + e.getMessage(),
              "stop what uses it, or name another port as " + key);
    } catch (IOException e) {
      return Finding.fail(
          subject, "cannot be taken: " + e.getMessage(), "HOST must be an address of this machine");
    }
  }
}
