package dev.streamgate.console;

import javafx.application.Application;

/// The start of the console. It is no `Application` itself, since Java refuses to start one of
/// those from the class path.
public final class ConsoleLauncher {
  private ConsoleLauncher() {}

  public static void main(String[] arguments) {
    Application.launch(ConsoleApplication.class, arguments);
  }
}
