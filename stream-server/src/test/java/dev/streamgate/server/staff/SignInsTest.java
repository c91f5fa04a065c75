package dev.streamgate.server.staff;

import static dev.streamgate.model.staff.StaffRole.DOOR;
import static dev.streamgate.model.staff.StaffRole.MANAGER;
import static dev.streamgate.model.staff.StaffRole.OWNER;
import static dev.streamgate.server.fixtures.StaffRoom.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffRoom;
import dev.streamgate.server.fixtures.StaffRoom.QuickHasher;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.staff.SignInOutcome.InvalidCredentials;
import dev.streamgate.server.staff.SignInOutcome.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class SignInsTest {
  private final List<String> compared = new ArrayList<>();
  private Runnable whileComparing = () -> {};
  private final StaffRoom room;

  SignInsTest(TestDatabase kind) {
    room = new StaffRoom(kind, Optional.empty(), new ObservedHasher());
    room.add("olga", OWNER);
    room.add("anna", DOOR);
  }

  /// Tells which hashes were compared, and lets something happen meanwhile.
  private final class ObservedHasher extends QuickHasher {
    @Override
    public boolean matches(String password, String hash) {
      compared.add(hash);
      boolean matches = super.matches(password, hash);
      whileComparing.run();
      return matches;
    }
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void unknownAndDisabledAccountsCostOneComparisonLikeAllOthers() {
    change("anna", new StaffAccountChange(null, true, null));

    assertThat(signIn("anna", passwordOf("anna"))).isInstanceOf(InvalidCredentials.class);
    assertThat(signIn("nobody", "password")).isInstanceOf(InvalidCredentials.class);
    assertThat(signIn("olga", "wrong")).isInstanceOf(InvalidCredentials.class);

    assertThat(compared).hasSize(3).allSatisfy(hash -> assertThat(hash).startsWith("hash of "));
  }

  @Test
  void whoeverIsDisabledMeanwhileIsNotLetIn() {
    whileComparing = () -> change("anna", new StaffAccountChange(null, true, null));

    assertThat(signIn("anna", passwordOf("anna"))).isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void aPasswordThatIsReplacedMeanwhileOpensNothing() {
    whileComparing = () -> change("anna", new StaffAccountChange(null, null, "set by olga"));

    assertThat(signIn("anna", passwordOf("anna"))).isInstanceOf(InvalidCredentials.class);
    assertThat(room.auditTrail()).last().isEqualTo("anna ADMIN_LOGIN_FAILED");
  }

  @Test
  void aChangeOfOnesOwnPasswordDoesNotUndoWhatAnOwnerDidMeanwhile() {
    whileComparing = () -> change("anna", new StaffAccountChange(null, null, "set by olga"));

    PasswordChangeOutcome outcome =
        room.passwords.change("anna", passwordOf("anna"), "my own choice", StaffRoom.OWNER);

    assertThat(outcome).isEqualTo(PasswordChangeOutcome.WRONG_CURRENT_PASSWORD);
    assertThat(room.account("anna").passwordHash()).isEqualTo("hash of set by olga");
    assertThat(room.account("anna").mustChangePassword()).isTrue();
  }

  @Test
  void theListTellsWhoSignedInAndWhen() {
    SignedIn signedIn = (SignedIn) signIn("anna", passwordOf("anna"));

    assertThat(signedIn.account().username()).isEqualTo("anna");
    assertThat(room.accounts.all())
        .extracting(member -> member.account().username(), StaffMember::lastSignInAt)
        .containsExactly(tuple("anna", room.clock.instant()), tuple("olga", null));
    change("anna", new StaffAccountChange(MANAGER, null, null));
    assertThat(room.accounts.find("anna").orElseThrow().lastSignInAt())
        .isEqualTo(room.clock.instant());
  }

  private SignInOutcome signIn(String name, String password) {
    return room.signIns.signIn(name, password, StaffRoom.OWNER);
  }

  private void change(String id, StaffAccountChange change) {
    room.editor.update(id, change, StaffRoom.OWNER);
  }
}
