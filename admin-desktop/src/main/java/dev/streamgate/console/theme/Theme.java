package dev.streamgate.console.theme;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// The look of the console: AtlantaFX's PrimerLight beneath, our own stylesheet on top.
public final class Theme {
  private Theme() {}

  public static void dress(Scene scene) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Theme.class.getResource("console.css")).toExternalForm());
  }
}
