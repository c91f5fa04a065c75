package dev.streamgate.console.screen;

import dev.streamgate.console.prose.ProseTooltip;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// What there is no room for is told whole under the mouse.
public final class FullText {
  private FullText() {}

  /// Gives `labeled` a tooltip with its text exactly while that is cut short.
  public static void whenCut(Labeled labeled) {
    labeled
        .needsLayoutProperty()
        .addListener((_, _, needed) -> {
          if (!needed) {
            tell(labeled);
          }
        });
  }

  private static void tell(Labeled labeled) {
    if (!isCut(labeled)) {
      labeled.setTooltip(null);
    } else if (labeled.getTooltip() == null) {
      labeled.setTooltip(new ProseTooltip(labeled.textProperty()));
    }
  }

  /// The words on the screen are a node of their own, and shorter than those that were meant.
  private static boolean isCut(Labeled labeled) {
    String meant = Objects.requireNonNullElse(labeled.getText(), "");
    return labeled.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .anyMatch(shown -> shown.getText().length() < meant.length());
  }
}
