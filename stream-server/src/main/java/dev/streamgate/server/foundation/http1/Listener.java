package dev.streamgate.server.foundation.http1;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One open port. Every connection has a virtual thread of its own.
public final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int BACKLOG = 1024;
  private static final Duration RUNNING_ANSWERS = Duration.ofSeconds(10);
  private static final Duration LOOKS = Duration.ofMillis(500);

  /// How long to wait when the system has no more sockets to give.
  private static final Duration SHORTAGE = Duration.ofMillis(100);

  private final ServerSocketChannel socket;
  private final DirectHandler direct;
  private final Library library;
  private final DateLine date;
  private final Patience patience;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean exhausted = new AtomicBoolean();
  private final Thread acceptor;
  private final Thread watch;
  private volatile boolean open = true;

  private Listener(
      ServerSocketChannel socket,
      DirectHandler direct,
      Library library,
      DateLine date,
      Patience patience) {
    this.socket = socket;
    this.direct = direct;
    this.library = library;
    this.date = date;
    this.patience = patience;
    int port = socket.socket().getLocalPort();
    acceptor = Thread.ofPlatform().name("streamgate-port-" + port).unstarted(this::accept);
    watch = Thread.ofVirtual().name("streamgate-watch-" + port).unstarted(this::watch);
  }

  /// Opens a port; when this returns it answers.
  ///
  /// @param direct answers its requests by itself
  /// @param routing answers all others
  /// @throws IOException if the address cannot be had
  public static Listener open(
      InetSocketAddress address,
      DirectHandler direct,
      HttpRouting.Builder routing,
      InstantSource clock)
      throws IOException {
    return open(address, direct, routing, clock, Patience.USUAL);
  }

  static Listener open(
      InetSocketAddress address,
      DirectHandler direct,
      HttpRouting.Builder routing,
      InstantSource clock,
      Patience patience)
      throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      socket.bind(address, BACKLOG);
      Listener listener =
          new Listener(socket, direct, new Library(routing), new DateLine(clock), patience);
      listener.acceptor.start();
      listener.watch.start();
      return listener;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  public int port() {
    return socket.socket().getLocalPort();
  }

  /// Accepts nobody any more, lets running answers end, and breaks off what does not.
  @Override
  public void close() {
    open = false;
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("closing a port failed: {}", e.toString());
    }
    connections.forEach(Connection::end);
    awaitEnds();
    connections.forEach(Connection::breakOff);
    watch.interrupt();
    library.close();
  }

  private void awaitEnds() {
    long end = System.nanoTime() + RUNNING_ANSWERS.toNanos();
    while (!connections.isEmpty() && System.nanoTime() - end < 0 && pause(Duration.ofMillis(5))) {
      connections.forEach(Connection::end);
    }
  }

  private void accept() {
    while (open) {
      try {
        begin(socket.accept());
        exhausted.set(false);
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        waitOutShortage(e);
      }
    }
  }

  private void begin(SocketChannel channel) throws IOException {
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      Connection connection =
          new Connection(channel, Peer.of(channel), direct, library, date, patience);
      connections.add(connection);
      Thread.ofVirtual().name("streamgate-connection").start(() -> serve(connection));
    } catch (IOException | RuntimeException e) {
      channel.close();
      LOG.debug("a connection was gone before it began: {}", e.toString());
    }
  }

  private void serve(Connection connection) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
    }
  }

  /// Too many open files, usually: those who are there go on, and the next is let in when one has
  /// left.
  private void waitOutShortage(IOException failure) {
    if (exhausted.compareAndSet(false, true)) {
      LOG.error("no connection can be accepted for now", failure);
    }
    pause(SHORTAGE);
  }

  private void watch() {
    while (open && pause(LOOKS)) {
      long now = System.nanoTime();
      connections.forEach(connection -> connection.endIfLate(now));
    }
  }

  private static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
