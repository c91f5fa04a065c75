package dev.streamgate.server.media.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host.
@FunctionalInterface
public interface NameResolver {

  /// All addresses of a name, or the address that the text itself is.
  ///
  /// @throws UnknownHostException if there is none
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /// The resolver of this machine.
  static NameResolver ofThisMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
