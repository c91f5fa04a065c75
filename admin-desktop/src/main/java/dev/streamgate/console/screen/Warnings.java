package dev.streamgate.console.screen;

import dev.streamgate.console.prose.Prose;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;

/// Warnings above a screen, one under the other; without any they take no room.
public final class Warnings {
  private Warnings() {}

  /// Shows these from now on, whatever they become.
  public static void follow(Pane box, ObservableList<String> sentences) {
    Runnable show = () -> show(box, sentences);
    sentences.subscribe(show);
    show.run();
  }

  public static void show(Pane box, List<String> sentences) {
    box.getChildren().setAll(sentences.stream().map(Warnings::row).toList());
    box.setVisible(!sentences.isEmpty());
    box.setManaged(!sentences.isEmpty());
  }

  private static Node row(String sentence) {
    Prose row = new Prose(sentence);
    row.setGraphic(new FontIcon("fth-alert-triangle"));
    row.getStyleClass().add("warning-row");
    row.setMaxWidth(Double.MAX_VALUE);
    return row;
  }
}
