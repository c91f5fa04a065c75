package dev.streamgate.server.foundation;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The peers whose forwarded headers are believed: addresses and CIDR ranges.
public final class TrustedProxies {
  private final List<Range> ranges;

  public TrustedProxies(List<Range> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /// Addresses whose first `bits` bits equal those of `network`.
  public record Range(InetAddress network, int bits) {
    /// Reads `192.0.2.1`, `192.0.2.0/24` or `2001:db8::/32`.
    ///
    /// @throws IllegalArgumentException if the text is none of these
    public static Range parse(String text) {
      String trimmed = text.strip().toLowerCase(Locale.ROOT);
      int slash = trimmed.indexOf('/');
      InetAddress network =
          InetAddress.ofLiteral(slash < 0 ? trimmed : trimmed.substring(0, slash));
      int width = network.getAddress().length * Byte.SIZE;
      int bits = slash < 0 ? width : Integer.parseInt(trimmed.substring(slash + 1));
      if (bits < 0 || bits > width) {
        throw new IllegalArgumentException("prefix length " + bits);
      }
      return new Range(network, bits);
    }

    boolean contains(InetAddress address) {
      byte[] wanted = network.getAddress();
      byte[] given = address.getAddress();
      if (wanted.length != given.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((wanted[bit / Byte.SIZE] ^ given[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /// Whether nobody is trusted.
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// Whether a range is so wide that it says nothing.
  public boolean trustsEverybody() {
    return ranges.stream().anyMatch(range -> range.bits() == 0);
  }

  @Override
  public String toString() {
    return ranges.stream()
        .map(range -> range.network().getHostAddress() + "/" + range.bits())
        .collect(Collectors.joining(", "));
  }

  /// Whether `address`, a literal, belongs to a trusted proxy.
  public boolean trusts(String address) {
    return !ranges.isEmpty() && trusts(literal(address));
  }

  private boolean trusts(@Nullable InetAddress address) {
    return address != null && ranges.stream().anyMatch(range -> range.contains(address));
  }

  /// The right-most hop that is not itself a trusted proxy, of a chain ending at `peer`.
  ///
  /// @param forwarded the hops of X-Forwarded-For, in order
  String clientOf(String peer, List<String> forwarded) {
    String client = peer;
    for (int hop = forwarded.size() - 1; hop >= 0 && trusts(client); hop--) {
      InetAddress next = literal(withoutPort(forwarded.get(hop).strip()));
      if (next == null) {
        break;
      }
      client = next.getHostAddress();
    }
    return client;
  }

  /// Some proxies name the port as well: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
  private static String withoutPort(String hop) {
    if (hop.startsWith("[") && hop.contains("]")) {
      return hop.substring(1, hop.indexOf(']'));
    }
    int colon = hop.indexOf(':');
    return colon > 0 && hop.indexOf(':', colon + 1) < 0 ? hop.substring(0, colon) : hop;
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
