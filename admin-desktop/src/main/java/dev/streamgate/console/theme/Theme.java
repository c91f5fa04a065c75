package dev.streamgate.console.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The look of the console: AtlantaFX's Primer beneath, light or dark as the system is, our own
/// stylesheet on top, and the two typefaces that come with it.
public final class Theme {
  private static final List<String> FONTS =
      List.of(
          "inter-latin-400-normal", "inter-latin-700-normal", "jetbrains-mono-latin-400-normal");
  private static final double ANY_SIZE = 14;

  private Theme() {}

  public static void dress(Scene scene) {
    FONTS.forEach(Theme::loadFont);
    scene.getPreferences().colorSchemeProperty().subscribe(Theme::lay);
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Theme.class.getResource("console.css")).toExternalForm());
  }

  /// The system's choice of light or dark reaches our own stylesheet by a media query.
  private static void lay(ColorScheme scheme) {
    atlantafx.base.theme.Theme beneath =
        scheme == ColorScheme.DARK ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(beneath.getUserAgentStylesheet());
  }

  private static void loadFont(String name) {
    try (InputStream font = Theme.class.getResourceAsStream("fonts/" + name + ".woff")) {
      Objects.requireNonNull(Font.loadFont(font, ANY_SIZE), name);
    } catch (IOException e) {
      throw new UncheckedIOException("loading the font " + name, e);
    }
  }
}
