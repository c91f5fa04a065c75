package dev.streamgate.console.staff;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.screen.Badges;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffAccountResponse;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The screen "Staff", for owners.
public final class StaffView implements ScreenView {
  private final AccountsViewModel model;
  private final Function<AccountFormViewModel.Purpose, AccountFormViewModel> forms;
  private final Panels panels;
  private final Views views;
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
      Panels panels,
      Views views,
      StaffWords words,
      TableHabits habits) {
    this.model = model;
    this.forms = forms;
    this.panels = panels;
    this.views = views;
    this.words = words;
    this.habits = habits;
  }

  @FXML
  private void initialize() {
    Columns.text(username, StaffAccountResponse::username);
    Columns.text(role, account -> words.role(account.role()));
    Columns.text(lastSignIn, words::lastSignIn);
    Columns.node(state, this::state);
    Columns.node(rowActions, this::actions);
    createAccount.disableProperty().bind(model.allowed().not());
    habits.fill(staffTable, model.accounts(), frame, model.status(), model::refresh);
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void createNew() {
    open(new AccountFormViewModel.Purpose.Create());
  }

  @FXML
  private void onCreate() {
    createNew();
  }

  private void open(AccountFormViewModel.Purpose purpose) {
    AccountFormViewModel form = forms.apply(purpose);
    panels.open(remove -> {
      Views.Loaded<AccountFormView> loaded =
          views.load(
              AccountFormView.class,
              () ->
                  new AccountFormView(
                      form,
                      words,
                      sentence -> {
                        remove.run();
                        model.told(sentence);
                      },
                      remove));
      return new Panels.Panel((Region) loaded.root(), loaded.view().firstField(), remove);
    });
  }

  private Node state(StaffAccountResponse account) {
    if (account.disabled()) {
      return Badges.of(words.texts().get("disabled"), "badge-inactive");
    }
    return account.mustChangePassword()
        ? Badges.of(words.texts().get("mustChange"), "badge-unused")
        : Badges.of(words.texts().get("enabled"), "badge-active");
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
    buttons
        .getChildren()
        .forEach(node -> {
          node.disableProperty().unbind();
          node.setDisable(true);
        });
  }

  private Button button(String id, String icon, String label, Runnable action) {
    Button button = IconButton.of(id, icon, label, action);
    button.disableProperty().bind(model.allowed().not());
    return button;
  }
}
