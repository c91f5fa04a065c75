package dev.streamgate.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.guard.Decision.Allowed;
import dev.streamgate.server.guard.Decision.Refused;
import dev.streamgate.server.guard.Guess.Known;
import dev.streamgate.server.guard.Guess.Locked;
import dev.streamgate.server.guard.Guess.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GuessingGuardTest {
  private static final Requester STRANGER = new Requester("viewer", "192.0.2.1", null);
  private static final Requester OTHER = new Requester("viewer", "192.0.2.2", null);

  private static final Requester STAFF = new Requester("ann", "192.0.2.9", null);

  private int refusedPerMinute = 5;
  private final MutableClock clock = MutableClock.atNoon();
  private final List<AuditEntry> audit = new ArrayList<>();
  private final GuessingGuard guard =
      new GuessingGuard(() -> 10, () -> refusedPerMinute, audit::add, clock);

  @Test
  void theSixthWrongCodeIsNotEvenLookedUp() {
    for (int i = 0; i < 5; i++) {
      assertThat(wrongCode(STRANGER)).isInstanceOf(Unknown.class);
    }

    assertThat(wrongCode(STRANGER)).isEqualTo(new Locked<>(Duration.ofSeconds(60)));
    assertThat(wrongCode(OTHER)).isInstanceOf(Unknown.class);
  }

  @Test
  void aLockedAddressIsToldNothingAboutARightCode() {
    lock(STRANGER);

    assertThat(rightCode(STRANGER)).isInstanceOf(Locked.class);

    clock.advance(Duration.ofSeconds(60));
    assertThat(rightCode(STRANGER)).isEqualTo(new Known<>("ticket"));
  }

  @Test
  void rightCodesCostNothing() {
    for (int i = 0; i < 100; i++) {
      assertThat(rightCode(STRANGER)).isInstanceOf(Known.class);
    }
  }

  @Test
  void aDeviceThatHasASeatAlreadyPassesALockedAddress() {
    lock(STRANGER);

    assertThat(guard.look(STRANGER, Optional::empty, () -> Optional.of("ticket")))
        .isEqualTo(new Known<>("ticket"));
  }

  @Test
  void aBurstOfGuessesGetsNoMoreTriesThanARow() throws InterruptedException, ExecutionException {
    Callable<Guess<String>> guess = () -> wrongCode(STRANGER);
    int unknown = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Guess<String>> answer : threads.invokeAll(Collections.nCopies(50, guess))) {
        unknown += answer.get() instanceof Unknown ? 1 : 0;
      }
    }

    assertThat(unknown).isEqualTo(5);
  }

  @Test
  void allValidationsHaveACeiling() {
    for (int i = 0; i < 10; i++) {
      assertThat(guard.admit(STRANGER)).isInstanceOf(Allowed.class);
    }

    assertThat(guard.admit(STRANGER)).isInstanceOf(Refused.class);
    assertThat(guard.admit(OTHER)).isInstanceOf(Allowed.class);
  }

  @Test
  void aLockedAddressIsReportedOncePerWindow() {
    lock(STRANGER);
    wrongCode(STRANGER);
    wrongCode(STRANGER);
    clock.advance(Duration.ofSeconds(60));
    lock(STRANGER);
    wrongCode(STRANGER);

    assertThat(audit).extracting(AuditEntry::action).containsOnly(AuditAction.RATE_LIMITED);
    assertThat(audit).hasSize(2);
  }

  @Test
  void staffCanUnlockAnAddress() {
    lock(STRANGER);
    assertThat(guard.lockedAddresses())
        .containsExactly(new LockedAddress("192.0.2.1", 5, clock.instant().plusSeconds(60)));

    assertThat(guard.unlock("192.0.2.1", STAFF)).isTrue();

    assertThat(rightCode(STRANGER)).isInstanceOf(Known.class);
    assertThat(guard.lockedAddresses()).isEmpty();
    assertThat(audit)
        .endsWith(AuditEntry.of(AuditAction.ADDRESS_UNLOCKED, STAFF).detail("192.0.2.1"));
  }

  @Test
  void anAddressThatIsNotLockedCannotBeUnlocked() {
    wrongCode(STRANGER);

    assertThat(guard.unlock("192.0.2.1", STAFF)).isFalse();
    assertThat(guard.unlock("nonsense", STAFF)).isFalse();
    assertThat(audit).isEmpty();
  }

  @Test
  void aNetworkIsUnlockedByItsNameAndByAnyOfItsAddresses() {
    Requester guest = new Requester("viewer", "2001:db8::7", null);
    lock(guest);
    String network = guard.lockedAddresses().getFirst().group();
    assertThat(network).isEqualTo("2001:0db8:0000:0000::/64");

    assertThat(guard.unlock(network, STAFF)).isTrue();
    lock(guest);
    assertThat(guard.unlock("2001:db8::9", STAFF)).isTrue();
  }

  @Test
  void aLimitThatIsLoweredMeanwhileLocksUntilFewEnoughCodesAreLeft() {
    for (int i = 0; i < 4; i++) {
      wrongCode(STRANGER);
      clock.advance(Duration.ofSeconds(10));
    }
    assertThat(guard.lockedAddresses()).isEmpty();

    refusedPerMinute = 2;

    assertThat(guard.lockedAddresses())
        .containsExactly(new LockedAddress("192.0.2.1", 4, clock.instant().plusSeconds(40)));
    clock.advance(Duration.ofSeconds(40));
    assertThat(wrongCode(STRANGER)).isInstanceOf(Unknown.class);
  }

  private void lock(Requester requester) {
    for (int i = 0; i < 5; i++) {
      wrongCode(requester);
    }
  }

  private Guess<String> wrongCode(Requester requester) {
    return guard.look(requester, Optional::empty, Optional::empty);
  }

  private Guess<String> rightCode(Requester requester) {
    return guard.look(requester, () -> Optional.of("ticket"), Optional::empty);
  }
}
