package dev.streamgate.server.guard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.guard.GuessingGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockedAddressRoutesTest {
  private static final String ADDRESSES = "/api/admin/locked-addresses";

  private final MutableClock clock = MutableClock.atNoon();
  private final List<AuditEntry> audit = new ArrayList<>();
  private final GuessingGuard guard = new GuessingGuard(() -> 100, () -> 2, audit::add, clock);
  private final ServerUnderTest server =
      new ServerUnderTest(
          routes -> new LockedAddressRoutes(guard, ServerUnderTest.REQUESTERS).register(routes));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theListNamesThoseWhoHaveToWait() {
    guess("192.0.2.7");
    lock("192.0.2.1");
    clock.advance(Duration.ofSeconds(20));
    lock("2001:db8:0:1::5");

    assertThat(server.get(ADDRESSES).text())
        .isEqualTo(
            """
            {"data":[{"address":"2001:0db8:0000:0001::/64","refused":2,\
            "until":"2026-03-10T12:01:20.000Z"},\
            {"address":"192.0.2.1","refused":2,"until":"2026-03-10T12:01:00.000Z"}]}\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:0db8:0000:0001::%2F64",
        "2001:0db8:0000:0001::/64",
        "2001%3A0db8%3A0000%3A0001%3A%3A%2F64",
        "2001:db8:0:1::99"
      })
  void aNetworkIsUnlockedHoweverThePathSpellsIt(String spelling) {
    lock("2001:db8:0:1::5");

    assertThat(unlock(spelling).status()).isEqualTo(204);

    assertThat(guard.lockedAddresses()).isEmpty();
    assertThat(audit)
        .extracting(entry -> entry.action() + " " + entry.requester().actor(), AuditEntry::detail)
        .containsExactly(tuple("ADDRESS_UNLOCKED manager", "2001:0db8:0000:0001::/64"));
  }

  @Test
  void anAddressThatIsNotLockedIsNotFound() {
    guess("192.0.2.1");

    Answer answer = unlock("192.0.2.1");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("This address is not locked");
    assertThat(audit).isEmpty();
  }

  private Answer unlock(String address) {
    return server.send("DELETE", ADDRESSES + "/" + address, "");
  }

  private void lock(String address) {
    guess(address);
    guess(address);
  }

  private void guess(String address) {
    guard.look(new Requester("viewer", address, null), Optional::empty, Optional::empty);
  }
}
