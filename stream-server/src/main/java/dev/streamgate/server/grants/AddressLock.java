package dev.streamgate.server.grants;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The part of a client's address that a directory token is locked to: all four bytes of IPv4, or
/// the network of IPv6 (/64) with the rest set to zero (Spec, media §3.2).
final class AddressLock {
  /// Four decimal numbers, or something with a colon; Java would read `1` and `1.2` as well.
  private static final Pattern LITERAL =
      Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final int NETWORK_BYTES = 8;
  private static final int IPV6_BYTES = 16;

  private AddressLock() {}

  /// The signed bytes of an address. Empty if the text is no address.
  static Optional<byte[]> bytes(String literal) {
    String text = withoutScope(literal);
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      byte[] address = InetAddress.ofLiteral(text).getAddress();
      if (address.length == IPV6_BYTES) {
        Arrays.fill(address, NETWORK_BYTES, IPV6_BYTES, (byte) 0);
      }
      return Optional.of(address);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// A peer's own address may name the network card it came by (RFC 4007 §11).
  private static String withoutScope(String literal) {
    int percent = literal.indexOf('%');
    return percent < 0 ? literal : literal.substring(0, percent);
  }
}
