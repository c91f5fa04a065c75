package dev.streamgate.console.host;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.qr.QrCode;
import dev.streamgate.console.qr.QrPicture;
import dev.streamgate.console.screen.Shown;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The panel "Server on this computer".
public final class HostView {
  private static final int SCALE = 5;

  private final HostViewModel model;
  private final Consumer<String> signIn;
  private final Runnable stop;
  private final Runnable close;

  @FXML private VBox setup;
  @FXML private TextField hostFolder;
  @FXML private TextField hostPort;
  @FXML private Button startServer;
  @FXML private HBox progress;
  @FXML private Label hostMessage;
  @FXML private VBox running;
  @FXML private VBox passwordBox;
  @FXML private TextField hostPassword;
  @FXML private VBox addresses;
  @FXML private ImageView hostPicture;
  @FXML private ListView<String> hostLog;
  @FXML private Button stopServer;

  public HostView(HostViewModel model, Consumer<String> signIn, Runnable stop, Runnable close) {
    this.model = model;
    this.signIn = signIn;
    this.stop = stop;
    this.close = close;
  }

  @FXML
  private void initialize() {
    hostFolder.textProperty().bindBidirectional(model.folderProperty());
    hostPort.textProperty().bindBidirectional(model.portProperty());
    Able.when(startServer, model.startable(), Reason.NOT_STARTABLE);
    hostMessage.textProperty().bind(model.messageProperty());
    hostPassword.textProperty().bind(model.passwordProperty());
    Shown.when(passwordBox, model.passwordProperty().isNotEmpty());
    hostLog.setItems(model.log());
    model.log().subscribe(() -> hostLog.scrollTo(model.log().size() - 1));
    model.addresses().subscribe(this::showAddresses);
    showAddresses();
    model.stateProperty().subscribe(this::show);
  }

  Node firstField() {
    return startServer.isDisabled() ? hostLog : startServer;
  }

  @FXML
  private void onChooseFolder() {
    model.chooseFolder();
  }

  @FXML
  private void onStart() {
    model.start();
  }

  @FXML
  private void onCopyPassword() {
    model.copyPassword();
  }

  @FXML
  private void onSignIn() {
    model.forgetPassword();
    close.run();
    signIn.accept(model.localAddress());
  }

  @FXML
  private void onOpenFolder() {
    model.openFolder();
  }

  @FXML
  private void onStop() {
    stop.run();
  }

  @FXML
  private void onClose() {
    close.run();
  }

  private void show(HostViewModel.State state) {
    boolean up = state == HostViewModel.State.RUNNING;
    boolean busy = state == HostViewModel.State.STARTING || state == HostViewModel.State.STOPPING;
    visible(setup, state == HostViewModel.State.STOPPED || state == HostViewModel.State.FAILED);
    visible(running, up);
    visible(progress, busy);
    visible(stopServer, up);
    visible(hostLog, state != HostViewModel.State.STOPPED);
    hostMessage
        .getStyleClass()
        .setAll("label", state == HostViewModel.State.FAILED ? "error-text" : "form-note");
  }

  private void showAddresses() {
    addresses.getChildren().setAll(model.addresses().stream().map(HostView::address).toList());
    hostPicture.setImage(
        model.addresses().isEmpty()
            ? null
            : QrPicture.of(QrCode.of(model.addresses().getFirst()), SCALE));
  }

  private static Node address(String text) {
    TextField address = new TextField(text);
    address.setEditable(false);
    address.getStyleClass().add("mono");
    address.setAccessibleText(text);
    return address;
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
