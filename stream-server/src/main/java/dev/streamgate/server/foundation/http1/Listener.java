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

  /// Shortages that follow each other sooner are one, and told once.
  private static final Duration SHORTAGES = Duration.ofMinutes(1);

  private final ServerSocketChannel socket;
  private final Encryption encryption;
  private final DirectHandler direct;
  private final Library library;
  private final DateLine date;
  private final Patience patience;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Thread acceptor;
  private final Thread watch;
  private volatile boolean open = true;
  private long lastShortage;

  private Listener(
      ServerSocketChannel socket,
      Encryption encryption,
      DirectHandler direct,
      Library library,
      DateLine date,
      Patience patience) {
    this.socket = socket;
    this.encryption = encryption;
    this.direct = direct;
    this.library = library;
    this.date = date;
    this.patience = patience;
    int port = socket.socket().getLocalPort();
    acceptor = Thread.ofPlatform().name("streamgate-port-" + port).unstarted(this::accept);
    watch = Thread.ofPlatform().daemon().name("streamgate-watch-" + port).unstarted(this::watch);
  }

  /// Opens a port. Connections may come from now on, and are answered from {@link #start}.
  ///
  /// @param encryption for the clients that want it; plain connections are answered as well
  /// @param direct answers its requests by itself
  /// @param routing answers all others
  /// @throws IOException if the address cannot be had
  public static Listener open(
      InetSocketAddress address,
      Encryption encryption,
      DirectHandler direct,
      HttpRouting.Builder routing,
      InstantSource clock)
      throws IOException {
    return open(address, encryption, direct, routing, clock, Patience.USUAL);
  }

  static Listener open(
      InetSocketAddress address,
      Encryption encryption,
      DirectHandler direct,
      HttpRouting.Builder routing,
      InstantSource clock,
      Patience patience)
      throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      socket.bind(address, BACKLOG);
      return new Listener(
          socket, encryption, direct, new Library(routing), new DateLine(clock), patience);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /// Begins to answer.
  public void start() {
    acceptor.start();
    watch.start();
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
    joinAcceptor();
    connections.forEach(Connection::end);
    awaitEnds();
    connections.forEach(Connection::breakOff);
    watch.interrupt();
    library.close();
  }

  /// Whoever was accepted last is among the connections then.
  private void joinAcceptor() {
    try {
      if (acceptor.isAlive()) {
        acceptor.join(SHORTAGE.multipliedBy(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException | RuntimeException | Error e) {
        waitOutShortage(e);
      }
    }
  }

  private void begin(SocketChannel channel) throws IOException {
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      Connection connection = new Connection(transport(channel), direct, library, date, patience);
      connections.add(connection);
      Thread.ofVirtual().name("streamgate-connection").start(() -> serve(connection));
    } catch (IOException | RuntimeException e) {
      channel.close();
      LOG.debug("a connection was gone before it began: {}", e.toString());
    }
  }

  private Transport transport(SocketChannel channel) throws IOException {
    PlainTransport plain = PlainTransport.of(channel);
    return encryption
        .context()
        .<Transport>map(context -> new EitherTransport(plain, context))
        .orElse(plain);
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
  private void waitOutShortage(Throwable failure) {
    long now = System.nanoTime();
    if (lastShortage == 0 || now - lastShortage > SHORTAGES.toNanos()) {
      LOG.error("no connection can be accepted for now", failure);
      lastShortage = now;
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
