package dev.streamgate.server.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Makes the addresses in a playlist absolute ones of the media side that carry what was signed
/// (API §3.3). Those of other hosts stay as they are and get nothing.
///
/// @param origin of the media side
/// @param folder of the playlist, ending with `/`
/// @param query what was signed
record SignedChildren(String origin, String folder, String query) implements UnaryOperator<String> {
  /// Begins with a scheme, or with an authority; browsers take a backslash for a slash.
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|[/\\\\]{2}.*");

  @Override
  public String apply(String address) {
    if (address.isEmpty() || address.chars().anyMatch(symbol -> symbol < ' ' || symbol == 127)) {
      return address;
    }
    if (ABSOLUTE.matcher(address).matches()) {
      boolean isOurs =
          address.toLowerCase(Locale.ROOT).startsWith(origin.toLowerCase(Locale.ROOT) + "/");
      return isOurs ? signed(address) : address;
    }
    return signed(origin + (address.startsWith("/") ? address : resolved(address)));
  }

  /// A relative address from the root (RFC 3986 §5.2).
  private String resolved(String address) {
    int end = endOfPath(address);
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : (folder + address.substring(0, end)).substring(1).split("/", -1)) {
      switch (segment) {
        case "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.add(segment);
      }
    }
    return "/" + String.join("/", segments) + address.substring(end);
  }

  private String signed(String address) {
    int hash = address.indexOf('#');
    String sent = hash < 0 ? address : address.substring(0, hash);
    return sent + (sent.indexOf('?') < 0 ? '?' : '&') + query;
  }

  private static int endOfPath(String address) {
    for (int at = 0; at < address.length(); at++) {
      if (address.charAt(at) == '?' || address.charAt(at) == '#') {
        return at;
      }
    }
    return address.length();
  }
}
