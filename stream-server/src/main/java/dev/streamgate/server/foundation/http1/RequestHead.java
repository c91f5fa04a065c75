package dev.streamgate.server.foundation.http1;

import java.util.List;
import java.util.Optional;

/// What a request says before its body, and over which connection it says it; the same whether the
/// server library or our own connection read it.
public interface RequestHead {
  /// The method as it was sent; methods know capitals (RFC 9110 §9.1).
  String method();

  /// The path as it was sent, undecoded, without its query.
  String rawPath();

  /// The query as it was sent, undecoded, without its question mark; empty if there is none.
  String rawQuery();

  /// The lines of a header, in order; none if it was not sent. Names ignore case.
  List<String> headers(String name);

  /// The value of a header. One that came in several lines is one list (RFC 9110 §5.2).
  default Optional<String> header(String name) {
    List<String> lines = headers(name);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
  }

  /// The host, and the port if it was named, to which the request was sent.
  String authority();

  /// The address of the machine at the other end, as a literal.
  String peerAddress();

  /// Whether that is this machine.
  boolean isPeerLoopback();

  /// Whether it comes from the address that it was sent to, as programs on this machine do where
  /// the server listens on one address alone.
  boolean isPeerAtOwnAddress();

  /// The port of ours to which it came.
  int localPort();

  /// Whether the connection itself is encrypted.
  boolean isSecure();

  default boolean isHead() {
    return method().equals("HEAD");
  }
}
