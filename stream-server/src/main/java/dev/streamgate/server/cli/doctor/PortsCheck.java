package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.foundation.ListenerConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether the ports are the server's, or free for it.
final class PortsCheck implements Check {
  /// What the system says of ports below 1024 to users without the right to them.
  private static final String DENIED = "Permission denied";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ListenerConfig config;
  private final Optional<ServerContact> server;
  private final DataSeen seen;
  private final boolean isInstalled;
  private final Caller caller;

  /// @param seen which tells whether the server has answered to anything
  PortsCheck(
      ListenerConfig config,
      Optional<ServerContact> server,
      DataSeen seen,
      boolean isInstalled,
      Caller caller) {
    this.config = config;
    this.server = server;
    this.seen = seen;
    this.isInstalled = isInstalled;
    this.caller = caller;
  }

  /// What came of asking a server whether it lives.
  static Web.Answer health(ServerContact contact) {
    return new Web(PATIENCE).get(contact.url("/health"), Optional.empty());
  }

  @Override
  public List<Finding> findings() {
    if (server.isPresent()) {
      return List.of(answering(server.get()));
    }
    Optional<Finding> foreign = foreignHost();
    if (foreign.isPresent()) {
      return List.of(foreign.get());
    }
    if (seen instanceof DataSeen.Lost) {
      return List.of(
          Finding.warn(
              "Port " + config.port(),
              "may be that of the process that has the data",
              "mend what is told of the database, and look again"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(free("PORT", config.port()));
    config.mediaPort().ifPresent(port -> findings.add(free("MEDIA_PORT", port)));
    return findings;
  }

  private Finding answering(ServerContact contact) {
    Web.Answer answer =
        seen instanceof DataSeen.Silent(String reason)
            ? new Web.Answer.None(reason)
            : health(contact);
    String subject = "Port " + contact.port();
    return switch (answer) {
      case Web.Answer.Given given when given.status() == 200 ->
          Finding.ok(subject, "the server answers");
      case Web.Answer.Given given ->
          Finding.fail(
              subject, "the server answers " + given.status(), "look into its log, and restart it");
      case Web.Answer.None none -> silent(subject, contact, none.reason());
    };
  }

  /// Whoever reads this at eight o'clock has to know what a restart costs.
  private Finding silent(String subject, ServerContact contact, String reason) {
    return Finding.fail(
        subject,
        "the server of process %d does not answer within %d seconds (%s)"
            .formatted(contact.pid(), PATIENCE.toSeconds(), reason),
        end(contact) + ". Codes and seats survive that");
  }

  private String end(ServerContact contact) {
    if (isInstalled) {
      return "%1$ssystemctl restart streamgate; if it does not end, %1$ssystemctl kill -s KILL streamgate"
          .formatted(caller.sudo());
    }
    return caller.hasShell()
        ? "end it (kill %d; if it does not end, kill -9 %1$d) and start it again"
            .formatted(contact.pid())
        : "end that process, and start it again";
  }

  private Optional<Finding> foreignHost() {
    Optional<String> host = config.host();
    try {
      return host.isEmpty() || isHere(InetAddress.getByName(host.get()))
          ? Optional.empty()
          : Optional.of(foreign(host.get() + " is no address of this machine"));
    } catch (UnknownHostException e) {
      return Optional.of(foreign(host.orElseThrow() + " is a name that leads to no address"));
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static boolean isHere(InetAddress address) throws SocketException {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  private static Finding foreign(String problem) {
    return Finding.fail(
        "HOST",
        problem + ", which has " + String.join(", ", addresses()),
        "name one of these as HOST, or none, to listen on all of them");
  }

  /// Without those of the own link, which need the name of a network behind them.
  private static List<String> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(it -> !it.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .map(it -> it.replaceFirst("%.*", ""))
          .sorted(Comparator.comparing((String it) -> it.contains(":")))
          .toList();
    } catch (SocketException e) {
      return List.of("addresses that cannot be told");
    }
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
