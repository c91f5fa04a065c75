package dev.streamgate.server.media.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves names for the HTTP client and hands it none but addresses that may be asked. The client
/// connects to what it is given here, so a name cannot mean one thing when it is checked and
/// another when it is used.
final class AddressGuard implements DnsResolver {
  /// More addresses of one name are not tried; each may take the time of a connection attempt.
  private static final int TRIED = 2;

  private final NameResolver names;
  private final Set<String> exempt;

  /// @param exempt hosts that the operator vouches for
  AddressGuard(NameResolver names, Collection<String> exempt) {
    this.names = names;
    this.exempt = exempt.stream().map(AddressGuard::canonical).collect(Collectors.toSet());
  }

  /// @throws ForbiddenTargetException if the name has no address but forbidden ones
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = canonical(host);
    List<InetAddress> found = names.resolve(name);
    InetAddress[] allowed =
        found.stream()
            .filter(address -> exempt.contains(name) || !ForbiddenTargets.contains(address))
            .limit(TRIED)
            .toArray(InetAddress[]::new);
    if (allowed.length == 0) {
      throw found.isEmpty() ? new UnknownHostException(host) : new ForbiddenTargetException();
    }
    return allowed;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private static String canonical(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
  }
}
