package dev.streamgate.server.foundation.http1;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection: reads its requests one after the other and gives each to whom it
/// concerns. Runs on a thread of its own; whatever the client does costs nobody else anything.
final class Connection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final SocketChannel channel;
  private final Peer peer;
  private final DirectHandler direct;
  private final Library library;
  private final DateLine date;
  private final RequestReader reader;
  private final Deadline deadline;
  private volatile boolean ending;
  private volatile @Nullable LibraryConnection inLibrary;

  Connection(
      SocketChannel channel,
      Peer peer,
      DirectHandler direct,
      Library library,
      DateLine date,
      Patience patience) {
    this.channel = channel;
    this.peer = peer;
    this.direct = direct;
    this.library = library;
    this.date = date;
    this.deadline = new Deadline(patience);
    this.reader = new RequestReader(channel, peer);
  }

  /// Answers requests until the client or the server has enough.
  @Override
  public void run() {
    try (channel) {
      boolean goesOn = true;
      while (goesOn && !ending) {
        goesOn = serveNext();
      }
    } catch (IOException | RuntimeException e) {
      // Broken off, by the client or because it took too long: nobody is left to be told.
      LOG.debug("a connection ended: {}", e.toString());
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

  private boolean serveNext() throws IOException, InterruptedException {
    deadline.idle();
    if (!reader.awaitRequest()) {
      return false;
    }
    deadline.receiving();
    Optional<RawHead> head = reader.readHead();
    deadline.none();
    if (head.isEmpty()) {
      return serveByLibrary(false);
    }
    return direct.takes(head.get().rawPath())
        ? serveDirectly(head.get())
        : serveByLibrary(head.get().isPersistent());
  }

  /// A body belongs to no request that is answered this way; the connection ends rather than have
  /// it taken for the next request.
  private boolean serveDirectly(RawHead head) throws IOException {
    boolean persistent = !ending && head.isPersistent() && !head.hasBody();
    AnswerWriter writer = new AnswerWriter(channel, head, date, deadline, persistent);
    direct.answer(head, writer);
    reader.next();
    return writer.mayGoOn();
  }

  private boolean serveByLibrary(boolean persistent) throws InterruptedException {
    LibraryConnection answering =
        new LibraryConnection(channel, peer, library, deadline, reader.take());
    inLibrary = answering;
    try {
      reader.giveBack(answering.answer());
    } finally {
      inLibrary = null;
    }
    return persistent;
  }
}
