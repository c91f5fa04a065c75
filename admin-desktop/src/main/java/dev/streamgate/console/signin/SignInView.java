package dev.streamgate.console.signin;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.BusyButton;
import dev.streamgate.console.screen.Shown;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The sign-in form, as a page of its own or as a panel over the window.
public final class SignInView {
  private final SignInViewModel model;
  private final List<String> knownServers;
  private final Runnable host;

  @FXML private VBox form;
  @FXML private Label signInEnded;
  @FXML private ComboBox<String> serverUrl;
  @FXML private Label notEncrypted;
  @FXML private TextField username;
  @FXML private PasswordField password;
  @FXML private Label signInError;
  @FXML private Hyperlink tryAgain;
  @FXML private Button signIn;
  @FXML private Hyperlink hostHere;

  /// @param host opens the server on this computer
  public SignInView(SignInViewModel model, List<String> knownServers, Runnable host) {
    this.host = host;
    this.model = model;
    this.knownServers = List.copyOf(knownServers);
  }

  @FXML
  private void initialize() {
    serverUrl.getItems().setAll(knownServers);
    serverUrl.getEditor().textProperty().bindBidirectional(model.serverUrlProperty());
    Able.when(serverUrl, Bindings.not(model.againProperty()), Reason.SAME_SERVER);
    username.textProperty().bindBidirectional(model.usernameProperty());
    username.editableProperty().bind(model.busyProperty().not());
    password.textProperty().bindBidirectional(model.passwordProperty());
    password.editableProperty().bind(model.busyProperty().not());
    signInError.textProperty().bind(model.errorProperty());
    Shown.when(signInError, model.errorProperty().isNotEmpty());
    Shown.when(tryAgain, model.unreachableProperty());
    Shown.when(notEncrypted, model.notEncrypted());
    Shown.when(signInEnded, model.againProperty());
    Shown.when(hostHere, model.againProperty().not());
    Able.when(signIn, model.ready(), Reason.INCOMPLETE);
    BusyButton.spin(signIn, model.busyProperty());
    form.addEventFilter(KeyEvent.KEY_PRESSED, this::cancelOnEsc);
  }

  /// The field where typing begins.
  public TextField firstField() {
    return password;
  }

  /// Ends an attempt under way.
  public void cancel() {
    if (model.busyProperty().get()) {
      model.cancel();
    }
  }

  @FXML
  private void onSignIn() {
    model.signIn();
  }

  @FXML
  private void onHost() {
    host.run();
  }

  private void cancelOnEsc(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      cancel();
    }
  }
}
