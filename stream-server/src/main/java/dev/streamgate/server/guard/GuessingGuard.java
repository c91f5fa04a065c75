package dev.streamgate.server.guard;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.guard.Decision.Allowed;
import dev.streamgate.server.guard.Decision.Refused;
import dev.streamgate.server.guard.Guess.Known;
import dev.streamgate.server.guard.Guess.Locked;
import dev.streamgate.server.guard.Guess.Unknown;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Keeps strangers from finding codes by trying (Spec, rules §6). Right codes cost nothing, so a
/// hall full of guests behind one address gets in; wrong ones are counted, and after the last one
/// the address learns nothing more for a while. Thread-safe.
public final class GuessingGuard {
  public static final Duration WINDOW = Duration.ofSeconds(60);
  private static final int STRIPES = 64;

  private final RateLimit total;
  private final RateLimit refused;
  private final RateLimit reports;
  private final AuditTrail audit;
  private final ReentrantLock[] turns =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  /// @param totalPerMinute how many validations of any kind an address may send
  /// @param refusedPerMinute how many wrong codes an address may show
  public GuessingGuard(
      IntSupplier totalPerMinute,
      IntSupplier refusedPerMinute,
      AuditTrail audit,
      InstantSource clock) {
    this.total = new RateLimit(totalPerMinute, WINDOW, clock);
    this.refused = new RateLimit(refusedPerMinute, WINDOW, clock);
    this.reports = new RateLimit(1, WINDOW, clock);
    this.audit = audit;
  }

  /// Counts a validation of any kind against the ceiling of its address.
  public Decision admit(Requester requester) {
    Decision decision = total.tryAcquire(group(requester));
    if (decision instanceof Refused) {
      report(requester, "total");
    }
    return decision;
  }

  /// Looks a code up, unless its address has used up its guesses. One address is answered one code
  /// at a time, so that a burst of simultaneous guesses gets no more tries than a row of them.
  ///
  /// @param lookup finds what the code belongs to
  /// @param lookupForOwnDevice the same, but only if the requester's device has a seat there
  ///   already; such a device is let in by a locked address as well
  public <T> Guess<T> look(
      Requester requester, Supplier<Optional<T>> lookup, Supplier<Optional<T>> lookupForOwnDevice) {
    String address = group(requester);
    ReentrantLock turn = turns[Math.floorMod(address.hashCode(), STRIPES)];
    turn.lock();
    try {
      return switch (refused.check(address)) {
        case Allowed() -> count(address, lookup.get());
        case Refused(Duration wait) -> locked(requester, wait, lookupForOwnDevice.get());
      };
    } finally {
      turn.unlock();
    }
  }

  /// The addresses that are answered nothing at present, those first that have to wait longest.
  public List<LockedAddress> lockedAddresses() {
    return refused.exhausted().stream()
        .map(it -> new LockedAddress(it.key(), it.hits(), it.until()))
        .sorted(Comparator.comparing(LockedAddress::until).reversed())
        .toList();
  }

  /// Gives an address its guesses back.
  ///
  /// @param address as {@link #lockedAddresses} names it, or any address of that network
  /// @return whether it had used them up
  public boolean unlock(String address, Requester by) {
    String group = AddressGroup.of(address);
    if (refused.check(group) instanceof Allowed) {
      return false;
    }
    audit.record(AuditEntry.of(AuditAction.ADDRESS_UNLOCKED, by).detail(group));
    refused.forget(group);
    return true;
  }

  /// Drops what no longer matters; called every minute.
  public void forgetIdle() {
    Stream.of(total, refused, reports).forEach(RateLimit::forgetIdle);
  }

  private <T> Guess<T> count(String address, Optional<T> found) {
    if (found.isEmpty()) {
      refused.tryAcquire(address);
    }
    return found.<Guess<T>>map(Known::new).orElseGet(Unknown::new);
  }

  private <T> Guess<T> locked(Requester requester, Duration wait, Optional<T> ofOwnDevice) {
    if (ofOwnDevice.isEmpty()) {
      report(requester, "guesses");
    }
    return ofOwnDevice.<Guess<T>>map(Known::new).orElseGet(() -> new Locked<>(wait));
  }

  /// One line per address and window, however many calls are refused.
  private void report(Requester requester, String limit) {
    if (reports.tryAcquire(group(requester)) instanceof Allowed) {
      audit.record(AuditEntry.of(AuditAction.RATE_LIMITED, requester).reason(limit));
    }
  }

  private static String group(Requester requester) {
    return Optional.ofNullable(requester.address()).map(AddressGroup::of).orElse("unknown");
  }
}
