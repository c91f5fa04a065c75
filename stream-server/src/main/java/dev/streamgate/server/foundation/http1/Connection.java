package dev.streamgate.server.foundation.http1;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection: reads its requests one after the other and gives each to whom it
/// concerns. Runs on a thread of its own; whatever the client does costs nobody else anything.
final class Connection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private static final int LINGERING_BYTES = 64 * 1024;

  private final Transport channel;
  private final DirectHandler direct;
  private final Library library;
  private final DateLine date;
  private final ClientChannel client;
  private final RequestReader reader;
  private final Deadline deadline;
  private volatile boolean ending;
  private volatile @Nullable LibraryConnection inLibrary;

  Connection(
      Transport channel, DirectHandler direct, Library library, DateLine date, Patience patience) {
    this.channel = channel;
    this.direct = direct;
    this.library = library;
    this.date = date;
    this.deadline = new Deadline(patience);
    this.client = new ClientChannel(channel, deadline);
    this.reader = new RequestReader(channel);
  }

  /// Answers requests until the client or the server has enough.
  @Override
  public void run() {
    try (channel) {
      boolean goesOn = true;
      while (goesOn && !ending) {
        goesOn = serveNext();
      }
      leave();
    } catch (IOException | CloseConnectionException e) {
      // Broken off, by the client or because it took too long: nobody is left to be told.
      LOG.debug("a connection ended: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.error("a connection ended by a breakdown", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets what is being answered end, and nothing begin after it.
  void end() {
    ending = true;
    if (deadline.isIdle()) {
      breakOff();
    }
  }

  /// Ends at once whatever is going on.
  void breakOff() {
    LibraryConnection answering = inLibrary;
    if (answering != null) {
      answering.close();
    }
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing a connection failed: {}", e.toString());
    }
  }

  /// Ends what has not gone on for too long.
  void endIfLate(long now) {
    if (deadline.isOver(now)) {
      breakOff();
    }
  }

  /// Whoever closes while bytes are on their way to it takes back what it has said (RFC 9112 §9.6).
  private void leave() throws IOException {
    deadline.lingering();
    channel.endOutput();
    ByteBuffer bytes = ByteBuffer.allocate(LINGERING_BYTES);
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = channel.read(bytes);
    }
  }

  private boolean serveNext() throws IOException, InterruptedException {
    deadline.idle();
    if (!reader.awaitRequest()) {
      return false;
    }
    deadline.receiving();
    Received received = reader.readHead();
    deadline.none();
    return switch (received) {
      case Received.Head(RawHead head) ->
          direct.takes(head.rawPath()) ? serveDirectly(head) : serveByLibrary(head.isPersistent());
      case Received.Refused refused -> {
        AnswerWriter.ofRefusal(client, date).send(refused.answer());
        yield false;
      }
      case Received.Gone _ -> false;
    };
  }

  /// A body belongs to no request that is answered this way; the connection ends rather than have
  /// it taken for the next request.
  private boolean serveDirectly(RawHead head) throws IOException {
    boolean persistent = !ending && head.isPersistent() && !head.hasBody();
    AnswerWriter writer = new AnswerWriter(client, head, date, persistent);
    try {
      direct.answer(head, writer);
    } catch (IOException | RuntimeException e) {
      if (writer.endsWithConnection()) {
        channel.spoil(); // an orderly end would mean all of it
      }
      throw e;
    }
    reader.next();
    return writer.mayGoOn();
  }

  private boolean serveByLibrary(boolean persistent) throws InterruptedException {
    LibraryConnection answering = new LibraryConnection(channel, library, deadline, reader.take());
    inLibrary = answering;
    try {
      reader.giveBack(answering.answer());
    } finally {
      inLibrary = null;
    }
    return persistent && !answering.isClosing();
  }
}
