package dev.streamgate.console.staff;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.Badges;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.FormPanels;
import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffAccountResponse;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// The screen "Staff", for owners.
public final class StaffView implements ScreenView {
  private final AccountsViewModel model;
  private final Function<AccountFormViewModel.Purpose, AccountFormViewModel> forms;
  private final FormPanels panels;
  private final StaffWords words;
  private final TableHabits habits;

  @FXML private Button createAccount;
  @FXML private ScreenFrame frame;
  @FXML private TableView<StaffAccountResponse> staffTable;
  @FXML private TableColumn<StaffAccountResponse, String> username;
  @FXML private TableColumn<StaffAccountResponse, String> role;
  @FXML private TableColumn<StaffAccountResponse, String> lastSignIn;
  @FXML private TableColumn<StaffAccountResponse, StaffAccountResponse> state;
  @FXML private TableColumn<StaffAccountResponse, StaffAccountResponse> rowActions;

  public StaffView(
      AccountsViewModel model,
      Function<AccountFormViewModel.Purpose, AccountFormViewModel> forms,
      FormPanels panels,
      StaffWords words,
      TableHabits habits) {
    this.model = model;
    this.forms = forms;
    this.panels = panels;
    this.words = words;
    this.habits = habits;
  }

  @FXML
  private void initialize() {
    Columns.text(username, StaffAccountResponse::username);
    Columns.text(role, account -> words.role(account.role()));
    Columns.text(lastSignIn, words::lastSignIn);
    Columns.node(state, this::stateWords, this::state);
    Columns.node(rowActions, this::actions);
    Able.when(createAccount, model.allowed());
    habits.fill(
        staffTable,
        model.accounts(),
        StaffAccountResponse::id,
        frame,
        model.status(),
        model::refresh);
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public boolean createNew() {
    open(new AccountFormViewModel.Purpose.Create());
    return true;
  }

  @FXML
  private void onCreate() {
    createNew();
  }

  private void open(AccountFormViewModel.Purpose purpose) {
    AccountFormViewModel form = forms.apply(purpose);
    panels.open(
        AccountFormView.class,
        form::isTouched,
        (remove, close) ->
            new AccountFormView(
                form,
                words,
                sentence -> {
                  remove.run();
                  model.told(sentence);
                },
                close));
  }

  private String stateWords(StaffAccountResponse account) {
    Catalogue texts = words.texts();
    if (account.disabled()) {
      return texts.get("disabled");
    }
    return account.mustChangePassword() ? texts.get("mustChange") : texts.get("enabled");
  }

  private Node state(StaffAccountResponse account) {
    String colour = account.mustChangePassword() ? "badge-unused" : "badge-active";
    return Badges.of(stateWords(account), account.disabled() ? "badge-inactive" : colour);
  }

  private Node actions(StaffAccountResponse account) {
    Catalogue texts = words.texts();
    HBox buttons =
        new HBox(
            button(
                "changeRole",
                "fth-user",
                texts.get("changeRole"),
                () -> open(new AccountFormViewModel.Purpose.Role(account))),
            button(
                "setPassword",
                "fth-key",
                texts.get("setPassword"),
                () -> open(new AccountFormViewModel.Purpose.Password(account))),
            ableButton(account),
            button(
                "deleteAccount", "fth-trash-2", texts.get("delete"), () -> model.delete(account)));
    if (account.fixed()) {
      lock(buttons);
    }
    buttons
        .getChildren()
        .add(
            button(
                "endSignIns",
                "fth-log-out",
                texts.get("endSignIns"),
                () -> model.endSignIns(account)));
    buttons.getStyleClass().add("row-actions");
    return buttons;
  }

  private Button ableButton(StaffAccountResponse account) {
    Catalogue texts = words.texts();
    return account.disabled()
        ? button(
            "enableAccount",
            "fth-rotate-ccw",
            texts.get("enable"),
            () -> model.toggleDisabled(account))
        : button(
            "disableAccount",
            "fth-slash",
            texts.get("disable"),
            () -> model.toggleDisabled(account));
  }

  /// What the server's configuration holds cannot be changed here.
  private static void lock(HBox buttons) {
    buttons.getChildren().forEach(node -> Able.set(node, false, Reason.FIXED));
  }

  private Button button(String id, String icon, String label, Runnable action) {
    Button button = IconButton.of(id, icon, label, action);
    Able.when(button, model.allowed());
    return button;
  }
}
