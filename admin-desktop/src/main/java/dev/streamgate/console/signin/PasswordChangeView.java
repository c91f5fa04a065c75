package dev.streamgate.console.signin;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.BusyButton;
import dev.streamgate.console.screen.Shown;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/// The form "Choose a new password", which stands before everything else.
public final class PasswordChangeView {
  private final PasswordChangeViewModel model;

  @FXML private PasswordField currentPassword;
  @FXML private PasswordField newPassword;
  @FXML private PasswordField newPasswordRepeat;
  @FXML private Label passwordError;
  @FXML private Button changePassword;

  public PasswordChangeView(PasswordChangeViewModel model) {
    this.model = model;
  }

  @FXML
  private void initialize() {
    currentPassword.textProperty().bindBidirectional(model.currentProperty());
    newPassword.textProperty().bindBidirectional(model.chosenProperty());
    newPasswordRepeat.textProperty().bindBidirectional(model.repeatedProperty());
    passwordError.textProperty().bind(model.errorProperty());
    Shown.when(passwordError, model.errorProperty().isNotEmpty());
    Able.when(changePassword, model.ready(), Reason.INCOMPLETE);
    BusyButton.spin(changePassword, model.busyProperty());
  }

  /// The field where typing begins.
  public PasswordField firstField() {
    return newPassword;
  }

  @FXML
  private void onChange() {
    model.change();
  }
}
