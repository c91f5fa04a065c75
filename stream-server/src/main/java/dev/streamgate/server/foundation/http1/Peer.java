package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/// Who is at the other end of a connection, and at which port of ours.
///
/// @param address a literal
/// @param isSecure whether what it says is encrypted on its way
record Peer(
    InetSocketAddress remote,
    InetSocketAddress local,
    String address,
    boolean isLoopback,
    boolean isSecure) {

  static Peer of(SocketChannel channel) throws IOException {
    InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
    return new Peer(
        remote,
        (InetSocketAddress) channel.getLocalAddress(),
        remote.getAddress().getHostAddress(),
        remote.getAddress().isLoopbackAddress(),
        false);
  }

  /// The same, over an encrypted connection.
  Peer secured() {
    return new Peer(remote, local, address, isLoopback, true);
  }
}
