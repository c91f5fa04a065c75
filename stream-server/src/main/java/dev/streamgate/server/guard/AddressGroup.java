package dev.streamgate.server.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Those addresses that count as one guest: an IPv4 address by itself, IPv6 addresses by their /64
/// (Spec, rules §6), because a single subscriber has that many.
public final class AddressGroup {
  private static final int NETWORK_BYTES = 8;

  private AddressGroup() {}

  /// The name of the group to which an address literal belongs. What is no literal is its own
  /// group.
  public static String of(String address) {
    int zone = address.indexOf('%');
    String literal = zone < 0 ? address : address.substring(0, zone);
    try {
      return InetAddress.ofLiteral(literal) instanceof Inet6Address ipv6
          ? network(ipv6.getAddress())
          : literal;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static String network(byte[] address) {
    String digits = HexFormat.of().formatHex(Arrays.copyOf(address, NETWORK_BYTES));
    return digits.replaceAll("(.{4})(?=.)", "$1:") + "::/64";
  }
}
