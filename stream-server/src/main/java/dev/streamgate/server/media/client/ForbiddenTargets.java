package dev.streamgate.server.media.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The addresses that no source of video has (Spec, media §4): a request sent there would speak to
/// this machine's own network or to the services that clouds keep for their machines.
final class ForbiddenTargets {
  /// Services for machines outside the link-local range: Alibaba, Azure, Oracle, and the one of
  /// Amazon that speaks IPv6.
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254");

  /// Prefixes of IPv6 addresses that stand for the IPv4 address right behind: RFC 4291 §2.5.5.1,
  /// RFC 6052 §2.1, RFC 3056 §2.
  private static final List<byte[]> EMBEDDING =
      Stream.of("000000000000000000000000", "0064ff9b0000000000000000", "2002")
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final int IPV4_BYTES = 4;

  private ForbiddenTargets() {}

  /// Whether nothing may be fetched from there.
  static boolean contains(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || isUnspecified(address)
        || METADATA.contains(address.getHostAddress())
        || embedded(address).filter(ForbiddenTargets::contains).isPresent();
  }

  /// All of 0.0.0.0/8 means "this machine" (RFC 6890 §2.2.2), and 255.255.255.255 everybody.
  private static boolean isUnspecified(InetAddress address) {
    byte[] octets = address.getAddress();
    return address.isAnyLocalAddress()
        || (address instanceof Inet4Address && (octets[0] == 0 || isBroadcast(octets)));
  }

  private static boolean isBroadcast(byte[] octets) {
    return Arrays.equals(octets, new byte[] {-1, -1, -1, -1});
  }

  private static Optional<InetAddress> embedded(InetAddress address) {
    byte[] octets = address.getAddress();
    return EMBEDDING.stream()
        .filter(prefix -> octets.length > IPV4_BYTES && startsWith(octets, prefix))
        .map(prefix -> Arrays.copyOfRange(octets, prefix.length, prefix.length + IPV4_BYTES))
        .map(ForbiddenTargets::address)
        .findFirst()
        // ::1 is this machine itself, an address like any other, and embeds nothing.
        .filter(inner -> !address.isLoopbackAddress());
  }

  private static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("four bytes are an address", e);
    }
  }

  private static boolean startsWith(byte[] octets, byte[] prefix) {
    return Arrays.mismatch(octets, prefix) == prefix.length;
  }
}
