package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/// Who is at the other end of a connection, and at which port of ours.
///
/// @param address a literal
record Peer(InetSocketAddress remote, InetSocketAddress local, String address, boolean isLoopback) {

  static Peer of(SocketChannel channel) throws IOException {
    InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
    return new Peer(
        remote,
        (InetSocketAddress) channel.getLocalAddress(),
        remote.getAddress().getHostAddress(),
        remote.getAddress().isLoopbackAddress());
  }
}
