package dev.streamgate.console.tickets;

import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.text.Catalogue;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons that copy a code and for a moment show a tick.
record CopyButtons(CodeCopies copies, Catalogue texts) {
  Button of(String ticketId, Runnable copy) {
    Button button = IconButton.of("copyCode", "fth-copy", texts.get("copyCode"), copy);
    FontIcon icon = (FontIcon) button.getGraphic();
    // Bound, not listened to: a binding goes with its cell.
    icon.iconCodeProperty()
        .bind(
            copies
                .copiedIdProperty()
                .map(copied -> copied.equals(ticketId) ? Feather.CHECK : Feather.COPY));
    return button;
  }
}
