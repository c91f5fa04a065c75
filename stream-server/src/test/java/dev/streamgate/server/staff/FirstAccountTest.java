package dev.streamgate.server.staff;

import static dev.streamgate.model.staff.StaffRole.DOOR;
import static dev.streamgate.model.staff.StaffRole.MANAGER;
import static dev.streamgate.model.staff.StaffRole.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffRoom;
import dev.streamgate.server.fixtures.StaffRoom.QuickHasher;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.staff.AccountOutcome.Done;
import dev.streamgate.server.staff.AccountOutcome.Fixed;
import dev.streamgate.server.staff.AccountOutcome.Part;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class FirstAccountTest {
  private static final Optional<String> CONFIGURED = Optional.of("hash of configured");

  private final StaffRoom room;

  FirstAccountTest(TestDatabase kind) {
    room = new StaffRoom(kind, CONFIGURED, new QuickHasher());
  }

  @AfterEach
  void close() {
    room.close();
  }

  /// Both find no account, and meet while they hash the password they made.
  @Test
  void ofTwoServersThatStartAtOnceOneMakesTheAccount()
      throws InterruptedException, ExecutionException {
    CyclicBarrier bothSawNone = new CyclicBarrier(2);
    QuickHasher meeting =
        new QuickHasher() {
          @Override
          public String hash(String password) {
            await(bothSawNone);
            return super.hash(password);
          }
        };
    FirstAccount first = room.firstAccount(Optional.empty(), meeting);
    FirstAccount second = room.firstAccount(Optional.empty(), meeting);

    List<String> told;
    try (var servers = Executors.newFixedThreadPool(2)) {
      Future<Optional<String>> one = servers.submit(first::ensure);
      Future<Optional<String>> two = servers.submit(second::ensure);
      told = Stream.of(one.get(), two.get()).flatMap(Optional::stream).toList();
    }

    assertThat(told).hasSize(1);
    assertThat(admin().passwordHash()).isEqualTo("hash of " + told.getFirst());
    assertThat(room.accounts.all()).hasSize(1);
  }

  @Test
  void aConfiguredPasswordMakesAdminAnOwnerWhateverItWas() {
    room.add("olga", OWNER);
    room.add("admin", DOOR);
    StaffAccountChange disabled = new StaffAccountChange(null, true, null);
    room.editorWith(entry -> {}).update("admin", disabled, StaffRoom.OWNER);

    assertThat(configured().ensure()).isEmpty();

    assertThat(admin())
        .isEqualTo(new StaffAccount("admin", "admin", "hash of configured", OWNER, false, false));
  }

  @Test
  void theAuditTrailTellsOfTheAccountTheServerMadeOrChanged() {
    configured().ensure();
    configured().ensure();
    assertThat(room.auditTrail()).containsExactly("system STAFF_CREATED admin, owner");

    room.firstAccount(Optional.of("hash of another"), new QuickHasher()).ensure();
    assertThat(room.auditTrail()).last().isEqualTo("system STAFF_UPDATED admin, owner");
    assertThat(room.auditTrail()).hasSize(2);
  }

  @Test
  void aConfiguredPasswordThatIsInForceEndsNoSignIn() {
    configured().ensure();
    String token = signIn();

    configured().ensure();
    assertThat(room.signIns.identify(token)).isPresent();

    room.firstAccount(Optional.of("hash of another"), new QuickHasher()).ensure();
    assertThat(room.signIns.identify(token)).isEmpty();
  }

  @Test
  void theConfiguredAccountCannotBeChangedByStaff() {
    room.add("olga", OWNER);
    configured().ensure();
    String id = admin().id();

    assertThat(update(id, new StaffAccountChange(null, null, "another one")))
        .isEqualTo(new Fixed(Part.PASSWORD));
    assertThat(update(id, new StaffAccountChange(MANAGER, null, null)))
        .isEqualTo(new Fixed(Part.ACCOUNT));
    assertThat(update(id, new StaffAccountChange(null, true, null)))
        .isEqualTo(new Fixed(Part.ACCOUNT));
    assertThat(room.editor.delete(id, StaffRoom.OWNER)).isEqualTo(new Fixed(Part.ACCOUNT));
    assertThat(update(id, new StaffAccountChange(OWNER, false, null))).isInstanceOf(Done.class);
    assertThat(room.editor.endSignIns(id, StaffRoom.OWNER)).isInstanceOf(Done.class);
    assertThat(room.editor.isFixed(admin())).isTrue();
    assertThat(room.editor.isFixed(room.account("olga"))).isFalse();
  }

  private AccountOutcome update(String id, StaffAccountChange change) {
    return room.editor.update(id, change, StaffRoom.OWNER);
  }

  private FirstAccount configured() {
    return room.firstAccount(CONFIGURED, new QuickHasher());
  }

  private StaffAccount admin() {
    return room.store.findByUsername("admin").orElseThrow();
  }

  private String signIn() {
    SignInOutcome outcome = room.signIns.signIn("admin", "configured", StaffRoom.OWNER);
    return ((SignInOutcome.SignedIn) outcome).token();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the other server did not come", e);
    }
  }
}
