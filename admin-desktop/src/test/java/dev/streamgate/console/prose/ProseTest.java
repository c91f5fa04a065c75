package dev.streamgate.console.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// Whatever staff write is laid out at any width.
class ProseTest {
  private static final Path SOURCES = Path.of("src", "main");
  private static final String ARABIC = "مؤتمر سنوي للموسيقى والفنون الشعبية في المدينة القديمة";
  private static final String HEBREW = "כנס שנתי 2026 (GA) – מוזיקה ואמנות בעיר העתיקה";

  private static final List<String> TEXTS =
      List.of(
          ARABIC,
          HEBREW,
          "Annual " + ARABIC + " Conference " + HEBREW,
          "Deactivate “" + ARABIC + "”? All 12 tickets stop working at once.",
          ARABIC.replace(" ", "").repeat(5),
          ARABIC + "\n\n" + HEBREW,
          "/var/lib/streamgate/streams/" + "evt-1".repeat(40));

  private final FxRobot robot = new FxRobot();

  @BeforeAll
  static void openToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupSceneRoot(Pane::new);
    FxToolkit.showStage();
  }

  @Test
  void aLabelWrapsWhateverTheScript() {
    for (String text : TEXTS) {
      assertThatCode(() -> robot.interact(() -> layAtEveryWidth(new Prose(text))))
          .as(text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aFieldTakesWhateverTheScript() {
    for (String text : TEXTS) {
      ProseArea area = new ProseArea();
      assertThatCode(() ->
              robot.interact(() -> {
                area.setText("Plain words, which wrap in any narrow field.");
                layAtEveryWidth(area);
                area.appendText(text);
                layAtEveryWidth(area);
                area.setText(text);
                layAtEveryWidth(area);
              }))
          .as(text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aTooltipWrapsWhateverTheScript() {
    for (String text : TEXTS) {
      assertThatCode(() ->
              robot.interact(() -> showAndHide(new ProseTooltip(new SimpleStringProperty(text)))))
          .as(text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void proseWrapsAndGrows() {
    robot.interact(() -> {
      Prose prose = new Prose("Words that need more than one line in little room");
      layOut(prose, 600);
      double flat = prose.prefHeight(600);
      assertThat(prose.prefHeight(120)).isGreaterThan(2 * flat);
      assertThat(prose.prefWidth(-1)).isBetween(120.0, 600.0);
      prose.setText("");
      layOut(prose, 600);
      // As that of a cell without a row.
      prose.setText(null);
      layOut(prose, 600);
      assertThat(prose.prefWidth(-1)).isLessThan(2);
    });
  }

  @Test
  void nothingElseWraps() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> file.toString().matches(".*\\.(java|fxml|css)"))
                  .filter(file -> !file.toString().contains("prose"))
                  .filter(ProseTest::wraps))
          .as("wrap text with Prose or ProseArea")
          .isEmpty();
    }
  }

  private void showAndHide(ProseTooltip tooltip) {
    tooltip.show(robot.window(0));
    tooltip.hide();
  }

  private static boolean wraps(Path file) {
    try {
      return Files.readString(file).matches("(?s).*(wrapText|setWrapText|-fx-wrap-text).*");
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private static void layAtEveryWidth(Region region) {
    for (double width = 20; width < 700; width += 31) {
      layOut(region, width);
    }
  }

  private static void layOut(Region region, double width) {
    if (region.getScene() == null) {
      new Scene(new Pane(region));
    }
    region.applyCss();
    region.resize(width, region.prefHeight(width));
    region.layout();
  }
}
