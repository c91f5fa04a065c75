package dev.streamgate.server.staff;

import static dev.streamgate.model.staff.StaffRole.DOOR;
import static dev.streamgate.model.staff.StaffRole.MANAGER;
import static dev.streamgate.model.staff.StaffRole.OWNER;
import static dev.streamgate.server.fixtures.StaffRoom.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffRoom;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.staff.AccountOutcome.Done;
import dev.streamgate.server.staff.AccountOutcome.LastOwner;
import dev.streamgate.server.staff.AccountOutcome.NameTaken;
import dev.streamgate.server.staff.AccountOutcome.Refused;
import dev.streamgate.server.staff.AccountOutcome.Unknown;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class AccountEditorTest {
  private static final int ROUNDS = 20;

  private final StaffRoom room;

  AccountEditorTest(TestDatabase kind) {
    room = new StaffRoom(kind);
    room.add("olga", OWNER);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aNewAccountIsKeptByItsNameInLowerCaseAndMustChangeItsPassword() {
    Done done = (Done) enrol(" Anna.Lind@Example.org ", "eight ch", DOOR);

    StaffAccount account = room.account(done.member().account().id());
    assertThat(account)
        .isEqualTo(
            new StaffAccount(
                account.id(), "anna.lind@example.org", "hash of eight ch", DOOR, true, false));
    assertThat(room.auditTrail()).containsExactly("olga STAFF_CREATED anna.lind@example.org, door");
  }

  @Test
  void aNameBelongsToOneAccount() {
    assertThat(enrol("OLGA", "eight ch", DOOR)).isInstanceOf(NameTaken.class);

    assertThat(room.accounts.all()).hasSize(1);
    assertThat(room.auditTrail()).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsTold() {
    assertThat(enrol(null, null, null))
        .isEqualTo(
            new Refused(
                List.of(
                    AccountProblem.USERNAME,
                    AccountProblem.PASSWORD_MISSING,
                    AccountProblem.ROLE)));
    assertThat(enrol("anna", "seven c", DOOR))
        .isEqualTo(new Refused(List.of(AccountProblem.PASSWORD_TOO_SHORT)));
    assertThat(enrol("anna", "ä".repeat(37), DOOR))
        .isEqualTo(new Refused(List.of(AccountProblem.PASSWORD_TOO_LONG)));
    assertThat(enrol("anna", "ä".repeat(36), DOOR)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", ".anna", "an na", "anna/lind", "änna", "system", "Viewer"})
  void aNameThatIsNoneIsRefused(String name) {
    assertThat(enrol(name, "eight ch", DOOR))
        .isEqualTo(new Refused(List.of(AccountProblem.USERNAME)));
  }

  @Test
  void aChangeOfRoleAccessOrPasswordEndsTheSignIns() {
    for (StaffAccountChange change :
        List.of(
            change(MANAGER, null, null),
            change(null, true, null),
            change(null, null, "new password"))) {
      StaffAccount anna = room.add("anna" + room.accounts.all().size(), DOOR);
      String token = signIn(anna.username());

      update(anna.id(), change);

      assertThat(room.signIns.identify(token)).as("%s", change).isEmpty();
    }
    assertThat(room.auditTrail())
        .filteredOn(row -> row.contains("STAFF"))
        .containsExactly(
            "olga STAFF_UPDATED anna1: role door → manager",
            "olga STAFF_UPDATED anna2: disabled false → true",
            "olga STAFF_UPDATED anna3: password");
  }

  @Test
  void whatStaysAsItIsEndsNothing() {
    room.add("anna", DOOR);
    String token = signIn("anna");

    assertThat(update("anna", change(null, null, null))).isInstanceOf(Done.class);
    assertThat(update("anna", change(DOOR, false, null))).isInstanceOf(Done.class);

    assertThat(room.signIns.identify(token)).isPresent();
    assertThat(room.auditTrail()).containsExactly("anna ADMIN_LOGIN");
  }

  @Test
  void aPasswordSetForSomebodyElseMustBeChanged() {
    room.add("anna", DOOR);

    update("anna", change(null, null, "set by olga"));
    update("olga", change(null, null, "set by herself"));

    assertThat(room.account("anna").mustChangePassword()).isTrue();
    assertThat(room.account("anna").passwordHash()).isEqualTo("hash of set by olga");
    assertThat(room.account("olga").mustChangePassword()).isFalse();
    assertThat(update("anna", change(null, null, "short")))
        .isEqualTo(new Refused(List.of(AccountProblem.PASSWORD_TOO_SHORT)));
  }

  @Test
  void theLastOwnerWhoCanSignInStays() {
    room.add("otto", OWNER);
    update("otto", change(null, true, null));

    assertThat(update("olga", change(MANAGER, null, null))).isInstanceOf(LastOwner.class);
    assertThat(update("olga", change(null, true, null))).isInstanceOf(LastOwner.class);
    assertThat(room.editor.delete("olga", StaffRoom.OWNER)).isInstanceOf(LastOwner.class);
    assertThat(room.account("olga").isEnabledOwner()).isTrue();

    assertThat(room.editor.delete("otto", StaffRoom.OWNER)).isInstanceOf(Done.class);
    assertThat(room.accounts.find("otto")).isEmpty();
    assertThat(room.auditTrail()).last().isEqualTo("olga STAFF_DELETED otto");
  }

  enum Removal {
    DISABLE,
    DEMOTE,
    DELETE
  }

  @ParameterizedTest
  @EnumSource(Removal.class)
  void ofTwoOwnersWhoRemoveEachOtherAtTheSameMomentOneStays(Removal removal)
      throws InterruptedException, ExecutionException {
    update("olga", change(null, null, "long enough"));
    for (int round = 0; round < ROUNDS; round++) {
      String one = "one" + round;
      String two = "two" + round;
      room.add(one, OWNER);
      room.add(two, OWNER);
      room.database.update(
          "leaving two owners",
          handle ->
              handle.execute(
                  "UPDATE staff_accounts SET disabled = TRUE WHERE id NOT IN (?, ?)", one, two));

      List<AccountOutcome> outcomes =
          atOnce(() -> remove(removal, one), () -> remove(removal, two));

      assertThat(outcomes).as("round %d", round).hasAtLeastOneElementOfType(LastOwner.class);
      assertThat(room.accounts.all())
          .filteredOn(member -> member.account().isEnabledOwner())
          .hasSize(1);
    }
  }

  @Test
  void endingTheSignInsOfAnAccountLeavesThoseOfOthers() {
    room.add("anna", DOOR);
    String first = signIn("anna");
    String second = signIn("anna");
    String others = signIn("olga");

    assertThat(room.editor.endSignIns("anna", StaffRoom.OWNER)).isInstanceOf(Done.class);

    assertThat(room.signIns.identify(first)).isEmpty();
    assertThat(room.signIns.identify(second)).isEmpty();
    assertThat(room.signIns.identify(others)).isPresent();
    assertThat(room.auditTrail()).last().isEqualTo("olga STAFF_SIGNED_OUT anna");
  }

  @Test
  void anAccountThatIsNotThereIsUnknown() {
    assertThat(update("nobody", change(DOOR, null, null))).isInstanceOf(Unknown.class);
    assertThat(room.editor.delete("nobody", StaffRoom.OWNER)).isInstanceOf(Unknown.class);
    assertThat(room.editor.endSignIns("nobody", StaffRoom.OWNER)).isInstanceOf(Unknown.class);
  }

  @Test
  void whatCannotBeAuditedDoesNotHappen() {
    room.add("anna", DOOR);
    String token = signIn("anna");
    AccountEditor unaudited =
        room.editorWith(entry -> {
          throw new IllegalStateException("the trail is full");
        });

    assertThatThrownBy(() -> unaudited.update("anna", change(MANAGER, true, null), StaffRoom.OWNER))
        .hasMessage("the trail is full");
    assertThatThrownBy(() -> unaudited.delete("anna", StaffRoom.OWNER))
        .hasMessage("the trail is full");

    assertThat(room.account("anna").role()).isEqualTo(DOOR);
    assertThat(room.signIns.identify(token)).isPresent();
  }

  private AccountOutcome remove(Removal removal, String id) {
    return switch (removal) {
      case DISABLE -> update(id, change(null, true, null));
      case DEMOTE -> update(id, change(MANAGER, null, null));
      case DELETE -> room.editor.delete(id, StaffRoom.OWNER);
    };
  }

  private AccountOutcome enrol(
      @Nullable String name, @Nullable String password, @Nullable StaffRole role) {
    return room.enrolment.enrol(new StaffAccountRequest(name, password, role), StaffRoom.OWNER);
  }

  private AccountOutcome update(String id, StaffAccountChange change) {
    return room.editor.update(id, change, StaffRoom.OWNER);
  }

  private String signIn(String name) {
    SignInOutcome outcome = room.signIns.signIn(name, passwordOf(name), StaffRoom.OWNER.as(name));
    return ((SignInOutcome.SignedIn) outcome).token();
  }

  private static StaffAccountChange change(
      @Nullable StaffRole role, @Nullable Boolean disabled, @Nullable String password) {
    return new StaffAccountChange(role, disabled, password);
  }

  private static <T> List<T> atOnce(Callable<T> one, Callable<T> two)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<T> first = threads.submit(() -> together(start, one));
      Future<T> second = threads.submit(() -> together(start, two));
      return List.of(first.get(), second.get());
    }
  }

  private static <T> T together(CyclicBarrier start, Callable<T> work) throws Exception {
    start.await();
    return work.call();
  }
}
