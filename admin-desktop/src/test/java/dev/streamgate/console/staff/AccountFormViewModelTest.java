package dev.streamgate.console.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.model.staff.StaffRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountFormViewModelTest {
  private final Desk desk = new Desk();
  private final List<String> told = new ArrayList<>();

  private AccountFormViewModel form(AccountFormViewModel.Purpose purpose) {
    return new AccountFormViewModel(
        desk.server.apis().accounts(),
        desk.calls,
        Desk.texts(AccountFormViewModel.class),
        desk.failures,
        purpose);
  }

  @Test
  void aNewAccountNeedsANameAndEightCharacters() {
    AccountFormViewModel form = form(new AccountFormViewModel.Purpose.Create());
    form.usernameProperty().set("box-office");
    form.passwordProperty().set("seven77");
    assertThat(form.ready().get()).isFalse();
    form.passwordProperty().set("eight888");
    form.roleProperty().set(StaffRole.DOOR);
    form.save(told::add);
    assertThat(told).containsExactly("The account box-office is created.");
    assertThat(desk.server.operation().accounts.getFirst().role()).isEqualTo(StaffRole.DOOR);
  }

  @Test
  void aRefusalStaysInTheForm() {
    desk.server.operation().accounts.add(Operations.account("admin", StaffRole.OWNER, false));
    AccountFormViewModel form = form(new AccountFormViewModel.Purpose.Create());
    form.usernameProperty().set("admin");
    form.passwordProperty().set("long enough");
    form.save(told::add);
    assertThat(form.errors().at(AccountFormViewModel.USERNAME).get())
        .isEqualTo("Username already exists");
    assertThat(form.errorProperty().get()).as("at the foot").isEmpty();
    assertThat(told).isEmpty();
    form.usernameProperty().set("anna");
    assertThat(form.errors().at(AccountFormViewModel.USERNAME).get()).isEmpty();
  }
}
