package dev.streamgate.server.events;

import dev.streamgate.model.text.TextLimits;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Tells which texts are addresses on the web; nothing is fetched.
final class WebAddress {
  private WebAddress() {}

  /// Whether a text is an `http` or `https` URL with a host, not overlong.
  static boolean isAbsolute(String text) {
    return parse(text)
        .filter(uri -> "http".equalsIgnoreCase(uri.getScheme()) || isSecure(uri))
        .filter(uri -> uri.getHost() != null)
        .isPresent();
  }

  /// Whether a text is a path from the root of this server, such as `/posters/gala.jpg`.
  static boolean isRootedPath(String text) {
    return text.startsWith("/")
        && parse(text).filter(uri -> uri.getScheme() == null && uri.getHost() == null).isPresent();
  }

  private static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  private static Optional<URI> parse(String text) {
    if (text.length() > TextLimits.URL) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
