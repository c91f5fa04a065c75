package dev.streamgate.console.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The address of a StreamGate server: `http` or `https`, a host, perhaps a port, no path.
public record ServerAddress(URI origin) {
  public static final ServerAddress DEFAULT =
      new ServerAddress(URI.create("http://localhost:8080"));
  private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

  public ServerAddress {
    if (origin.getHost() == null || !isHttp(origin.getScheme())) {
      throw new IllegalArgumentException("not a server address: " + origin);
    }
  }

  /// Reads what somebody typed; a missing scheme means `https`, on this computer `http`.
  public static Optional<ServerAddress> read(String typed) {
    String text = typed.trim();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.contains("://") ? text : assumedScheme(text) + text);
      return Optional.of(new ServerAddress(originOf(uri)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Whether what is typed here could be read by others on the way.
  public boolean isOpenToOthers() {
    return "http".equals(origin.getScheme()) && !isThisComputer();
  }

  /// Whether it leads nowhere from another computer.
  public boolean isThisComputer() {
    return THIS_COMPUTER.contains(origin.getHost());
  }

  public int port() {
    return origin.getPort();
  }

  public URI resolve(String pathAndQuery) {
    return URI.create(origin + pathAndQuery);
  }

  @Override
  public String toString() {
    return origin.toString();
  }

  private static String assumedScheme(String text) {
    boolean here = THIS_COMPUTER.stream().anyMatch(text::startsWith);
    return here ? "http://" : "https://";
  }

  private static URI originOf(URI uri) throws URISyntaxException {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    return new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null);
  }

  private static boolean isHttp(String scheme) {
    return "http".equals(scheme) || "https".equals(scheme);
  }
}
