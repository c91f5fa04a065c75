package dev.streamgate.console.screen;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.json.Pagination;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Where the page in view lies in everything found, and the way to its neighbours.
public final class PageBar extends HBox {
  private final Label where = new Label();

  /// Shows `position` from now on, and hands the number of a wanted page, 1-based, to `turnTo`.
  public void follow(ObservableValue<Pagination> position, Catalogue texts, IntConsumer turnTo) {
    Button back =
        IconButton.of(
            "pageBack",
            "fth-chevron-left",
            texts.get("previousPage"),
            () -> turnTo.accept(position.getValue().page() - 1));
    Button on =
        IconButton.of(
            "pageOn",
            "fth-chevron-right",
            texts.get("nextPage"),
            () -> turnTo.accept(position.getValue().page() + 1));
    getStyleClass().add("page-bar");
    getChildren().setAll(where, back, on);
    position.subscribe(at -> {
      where.setText(words(at, texts));
      Able.set(back, at.page() > 1, Reason.FIRST_PAGE);
      Able.set(on, at.page() < at.totalPages(), Reason.LAST_PAGE);
    });
  }

  private static String words(Pagination at, Catalogue texts) {
    if (at.total() == 0) {
      return "";
    }
    long first = (at.page() - 1L) * at.limit() + 1;
    return texts.get("page", first, Math.min(at.total(), first + at.limit() - 1), at.total());
  }
}
