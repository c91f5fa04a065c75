package dev.streamgate.console.staff;

import dev.streamgate.console.screen.Field;
import dev.streamgate.console.screen.FormFrame;
import dev.streamgate.console.screen.FormView;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.model.staff.StaffRole;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The form of an account, as a panel over the window.
public final class AccountFormView implements FormView {
  private final AccountFormViewModel model;
  private final StaffWords words;
  private final Consumer<String> saved;
  private final Runnable close;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Field usernameField;
  @FXML private TextField accountUsername;
  @FXML private Field passwordField;
  @FXML private PasswordField accountPassword;
  @FXML private Field roleField;
  @FXML private ComboBox<StaffRole> accountRole;
  @FXML private Label roleHint;
  @FXML private Label accountError;
  @FXML private Button saveAccount;

  public AccountFormView(
      AccountFormViewModel model, StaffWords words, Consumer<String> saved, Runnable close) {
    this.model = model;
    this.words = words;
    this.saved = saved;
    this.close = close;
  }

  @FXML
  private void initialize() {
    title.setText(model.title());
    show(usernameField, model.needsUsername());
    show(passwordField, model.needsPassword());
    show(roleField, model.needsRole());
    accountUsername.textProperty().bindBidirectional(model.usernameProperty());
    accountPassword.textProperty().bindBidirectional(model.passwordProperty());
    WordedChoice.bind(accountRole, List.of(StaffRole.values()), words::role, model.roleProperty());
    roleHint.textProperty().bind(model.roleProperty().map(words::roleHint));
    usernameField.showErrors(model.errors().at(AccountFormViewModel.USERNAME));
    passwordField.showErrors(model.errors().at(AccountFormViewModel.PASSWORD));
    roleField.showErrors(model.errors().at(AccountFormViewModel.ROLE));
    new FormFrame(root, accountError, saveAccount).follow(model);
  }

  @Override
  public Node firstField() {
    if (model.needsUsername()) {
      return accountUsername;
    }
    return model.needsPassword() ? accountPassword : accountRole;
  }

  @FXML
  private void onSave() {
    model.save(saved);
  }

  @FXML
  private void onClose() {
    close.run();
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
