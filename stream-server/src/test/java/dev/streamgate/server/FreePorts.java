package dev.streamgate.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Ports that nobody listened on a moment ago, for processes that must know each other's.
final class FreePorts {
  private static final int FIRST_LASTING = 20_000;
  private static final int LAST_LASTING = 30_000;
  private static final int TRIES = 100;

  private FreePorts() {}

  static List<Integer> take(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  /// A port that stays free between two processes that listen on it: of those that systems hand out
  /// to nobody who asks for any.
  static int takeLasting() throws IOException {
    int first = ThreadLocalRandom.current().nextInt(FIRST_LASTING, LAST_LASTING);
    for (int port = first; port < first + TRIES; port++) {
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("every port from " + first + " on is taken");
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (BindException e) {
      return false;
    }
  }
}
