package dev.streamgate.console.screens;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Listens to what JavaFX has against stylesheets, until it is closed.
final class CssWarnings extends Handler implements AutoCloseable {
  private final Logger css = Logger.getLogger("javafx.css");
  private final List<String> messages = new CopyOnWriteArrayList<>();

  static CssWarnings listen() {
    CssWarnings warnings = new CssWarnings();
    warnings.css.addHandler(warnings);
    return warnings;
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord warning) {
    if (warning.getLevel().intValue() >= Level.WARNING.intValue()) {
      messages.add(warning.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    css.removeHandler(this);
  }
}
