package dev.streamgate.console.shell;

import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffRole;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The entries of the sidebar that a role may use; the one of the screen in view is selected.
final class Sidebar {
  private final ObjectProperty<@Nullable Destination> current;
  private final Catalogue texts;
  private final Consumer<Destination> goTo;

  Sidebar(
      ObjectProperty<@Nullable Destination> current, Catalogue texts, Consumer<Destination> goTo) {
    this.current = current;
    this.texts = texts;
    this.goTo = goTo;
  }

  List<ToggleButton> entries(StaffRole role) {
    return Destination.of(role).stream().map(this::entry).toList();
  }

  private ToggleButton entry(Destination destination) {
    ToggleButton entry =
        new ToggleButton(destination.label(texts), new FontIcon(destination.icon()));
    entry.setId(destination.nodeId());
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.getStyleClass().add("nav-entry");
    // Pressing the selected entry again would unselect it: the selection follows the screen alone.
    entry.setOnAction(event -> {
      goTo.accept(destination);
      entry.setSelected(true);
    });
    current.subscribe(now -> entry.setSelected(now == destination));
    return entry;
  }
}
