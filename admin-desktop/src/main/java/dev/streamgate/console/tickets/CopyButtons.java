package dev.streamgate.console.tickets;

import dev.streamgate.console.screen.CellNode;
import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.text.Catalogue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons that copy a code and for a moment show a tick.
record CopyButtons(CodeCopies copies, Catalogue texts) {
  <T> CellNode<T> of(Supplier<T> row, Function<T, String> id, Consumer<T> copy) {
    Button button =
        IconButton.of("copyCode", "fth-copy", texts.get("copyCode"), () -> copy.accept(row.get()));
    FontIcon icon = (FontIcon) button.getGraphic();
    StringProperty shown = new SimpleStringProperty("");
    // Bound, not listened to: a binding goes with its cell.
    icon.iconCodeProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    copies.copiedIdProperty().get().equals(shown.get())
                        ? Feather.CHECK
                        : Feather.COPY,
                copies.copiedIdProperty(),
                shown));
    return new CellNode<>(button, ticket -> shown.set(id.apply(ticket)));
  }
}
