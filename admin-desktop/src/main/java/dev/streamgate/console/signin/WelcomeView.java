package dev.streamgate.console.signin;

import javafx.fxml.FXML;

/// The first start: connect to a server, or start one here.
public final class WelcomeView {
  private final Runnable connect;
  private final Runnable host;

  public WelcomeView(Runnable connect, Runnable host) {
    this.connect = connect;
    this.host = host;
  }

  @FXML
  private void onConnect() {
    connect.run();
  }

  @FXML
  private void onHost() {
    host.run();
  }
}
