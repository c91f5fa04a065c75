package dev.streamgate.server.insight;

import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.ConsoleMessage.Closing;
import dev.streamgate.model.insight.ConsoleMessage.ClosingReason;
import dev.streamgate.model.insight.ConsoleMessage.Kind;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.insight.Mailbox.Letter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// The consoles that are connected, and those that have just come. Thread-safe.
public final class ConsoleStreams {
  private static final Set<Kind> FOR_THE_DOOR =
      EnumSet.of(Kind.OPENING, Kind.TICKETS, Kind.CLOSING);

  private final int most;
  private final int mostOfAccount;
  private final LongSupplier nanoTime;
  private final List<Mailbox> told = new ArrayList<>();
  private final List<Newcomer> newcomers = new ArrayList<>();
  private boolean closed;

  /// @param most how many streams there may be
  /// @param mostOfAccount how many of them one account may have
  public ConsoleStreams(int most, int mostOfAccount, LongSupplier nanoTime) {
    this.most = most;
    this.mostOfAccount = mostOfAccount;
    this.nanoTime = nanoTime;
  }

  /// A console that has not been told anything yet.
  record Newcomer(Mailbox mailbox, StaffRole role) {
    /// What it is told first.
    ConsoleMessage.Opening opening(InstantSource clock) {
      return new ConsoleMessage.Opening(
          clock.instant(), role, mailbox.kinds().stream().sorted().map(Kind::wireName).toList());
    }
  }

  /// Lets a console in; empty if there are too many, or if the server stops.
  ///
  /// @param cut ends its connection, whatever its thread is doing
  public synchronized Optional<Mailbox> enter(String account, StaffRole role, Runnable cut) {
    long ofAccount = all().stream().filter(mailbox -> mailbox.account().equals(account)).count();
    if (closed || all().size() >= most || ofAccount >= mostOfAccount) {
      return Optional.empty();
    }
    Mailbox mailbox =
        new Mailbox(
            account, role == StaffRole.DOOR ? FOR_THE_DOOR : EnumSet.allOf(Kind.class), cut);
    newcomers.add(new Newcomer(mailbox, role));
    return Optional.of(mailbox);
  }

  /// Forgets a console that has gone.
  public synchronized void leave(Mailbox mailbox) {
    mailbox.close();
    told.remove(mailbox);
    newcomers.removeIf(newcomer -> newcomer.mailbox().equals(mailbox));
  }

  /// Ends one stream.
  public void end(Mailbox mailbox, ClosingReason reason) {
    mailbox.close(letter(new Closing(reason)));
    leave(mailbox);
  }

  /// Ends all streams there are; others may come.
  void endAll(ClosingReason reason) {
    List<Mailbox> all;
    synchronized (this) {
      all = all();
    }
    all.forEach(mailbox -> end(mailbox, reason));
  }

  /// Ends all streams and lets nobody in any more.
  public void close() {
    synchronized (this) {
      closed = true;
    }
    endAll(ClosingReason.STOPPING);
  }

  /// How many are connected.
  public synchronized int size() {
    return told.size() + newcomers.size();
  }

  /// Whether somebody has been told the beginning and waits for what comes next.
  synchronized boolean hasListeners() {
    return !told.isEmpty();
  }

  /// Tells everybody who has been told the beginning.
  void tell(ConsoleMessage message) {
    List<Mailbox> listeners;
    synchronized (this) {
      listeners = List.copyOf(told);
    }
    if (!listeners.isEmpty()) {
      Letter letter = letter(message);
      listeners.forEach(mailbox -> mailbox.put(letter));
    }
  }

  /// Those who have come since this was last asked. What is told after this they are told too.
  synchronized List<Newcomer> welcome() {
    List<Newcomer> all = List.copyOf(newcomers);
    newcomers.clear();
    all.forEach(newcomer -> told.add(newcomer.mailbox()));
    return all;
  }

  Letter letter(ConsoleMessage message) {
    return new Letter(Kind.of(message), WireJson.bytes(message), nanoTime.getAsLong());
  }

  private synchronized List<Mailbox> all() {
    List<Mailbox> all = new ArrayList<>(told);
    newcomers.forEach(newcomer -> all.add(newcomer.mailbox()));
    return all;
  }
}
