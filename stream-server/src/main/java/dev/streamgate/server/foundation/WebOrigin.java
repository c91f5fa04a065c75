package dev.streamgate.server.foundation;

/// An origin as a request or the configuration names it, cut as text: hosts may have letters, such
/// as `_`, for which `java.net.URI` knows no host at all.
///
/// @param authority the host, an IPv6 address in brackets, and the port if it is not the usual one
record WebOrigin(String scheme, String authority) {
  private static final String MARK = "://";

  /// @param origin such as `https://gate.example.com:8443`
  static WebOrigin of(String origin) {
    int mark = origin.indexOf(MARK);
    return new WebOrigin(origin.substring(0, mark), origin.substring(mark + MARK.length()));
  }

  /// The host alone; an IPv6 address stays in its brackets.
  String host() {
    int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  boolean isHttps() {
    return scheme.equals("https");
  }

  /// The same host on another port. The usual one is left out, as browsers do (RFC 6454 §6.1).
  String onPort(int port) {
    boolean isUsual = port == (isHttps() ? 443 : 80);
    return scheme + MARK + host() + (isUsual ? "" : ":" + port);
  }
}
