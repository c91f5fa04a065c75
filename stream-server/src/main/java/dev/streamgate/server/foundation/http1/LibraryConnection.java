package dev.streamgate.server.foundation.http1;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// One request that the server library answers, over a connection that is not its own. It is asked
/// to end as soon as it begins to answer, so that the next request is again for somebody else to
/// judge.
final class LibraryConnection implements ConnectionContext {
  private static final int BUFFER = 8 * 1024;
  private static final String CLOSE = "\r\nconnection: close";

  private final Transport channel;
  private final Peer peer;
  private final Library library;
  private final Deadline deadline;
  private final DataReader reader;
  private final Answering writer = new Answering();
  private final ServerConnection connection;
  private final ClientChannel client;
  private byte @Nullable [] begun;
  private long waited;
  private long received;
  private volatile boolean closing;

  /// @param begun what came of the request so far
  LibraryConnection(Transport channel, Library library, Deadline deadline, byte[] begun) {
    this.channel = channel;
    this.client = new ClientChannel(channel, deadline);
    this.peer = channel.peer();
    this.library = library;
    this.deadline = deadline;
    this.begun = begun;
    this.reader = new DataReader(this::receive);
    this.connection = library.selector().connection(this);
  }

  /// Answers the request.
  ///
  /// @return what came behind it
  /// @throws RuntimeException if the connection is of no more use
  byte[] answer() throws InterruptedException {
    connection.handle(FixedLimit.create());
    int left = reader.available();
    return left == 0 ? new byte[0] : reader.readBytes(left);
  }

  /// Whether it was answered that the connection ends.
  boolean isClosing() {
    return closing;
  }

  /// While the library reads a request's line it would take this for a reason to stop at once. What
  /// it refuses then it ends by itself.
  private void endAfterThis() {
    boolean readsLine = connection instanceof InterruptableTask<?> task && task.canInterrupt();
    if (!readsLine) {
      connection.close(false);
    }
  }

  /// The library writes a head at once.
  private static boolean saysClose(byte[] bytes) {
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = start.indexOf("\r\n\r\n");
    return start.startsWith("HTTP/1.1 ")
        && start.substring(0, Math.max(0, end)).toLowerCase(Locale.ROOT).contains(CLOSE);
  }

  /// Ends what is going on. Called from another thread.
  void close() {
    connection.close(true);
  }

  private byte @Nullable [] receive() {
    byte[] first = begun;
    if (first != null) {
      begun = null;
      return first;
    }
    deadline.receivingBody(waited, received);
    long begin = System.nanoTime();
    try {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      int read = channel.read(buffer);
      received += Math.max(read, 0);
      return read < 0 ? null : Arrays.copyOf(buffer.array(), read);
    } catch (IOException e) {
      throw new ServerConnectionException("reading a request", e);
    } finally {
      waited += System.nanoTime() - begin;
      deadline.none();
    }
  }

  /// Sends what the library says.
  private final class Answering implements DataWriter {
    @Override
    public void write(BufferData... buffers) {
      write(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
      endAfterThis();
      byte[] bytes = new byte[buffer.available()];
      buffer.read(bytes);
      closing |= saysClose(bytes);
      try {
        client.write(ByteBuffer.wrap(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException("sending an answer", e);
      }
    }

    @Override
    public void writeNow(BufferData... buffers) {
      write(buffers);
    }

    @Override
    public void writeNow(BufferData buffer) {
      write(buffer);
    }
  }

  @Override
  public ListenerContext listenerContext() {
    return library;
  }

  @Override
  public ExecutorService executor() {
    return library.executor();
  }

  @Override
  public DataWriter dataWriter() {
    return writer;
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public Router router() {
    return library.router();
  }

  @Override
  public PeerInfo remotePeer() {
    return new LibraryPeer(peer.remote());
  }

  @Override
  public PeerInfo localPeer() {
    return new LibraryPeer(peer.local());
  }

  @Override
  public boolean isSecure() {
    return peer.isSecure();
  }

  @Override
  public String socketId() {
    return Integer.toString(peer.local().getPort());
  }

  @Override
  public String childSocketId() {
    return Integer.toString(peer.remote().getPort());
  }
}
