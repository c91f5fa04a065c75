package dev.streamgate.console.events;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.screen.FullText;
import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventResponse;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The cells of the event table that are more than a text.
record EventCells(
    EventTexts words,
    EventActions actions,
    Consumer<EventResponse> open,
    Consumer<EventResponse> edit) {

  /// The title leads to the event's page.
  Node title(EventResponse event) {
    Hyperlink link = new Hyperlink(event.title());
    link.setId("openEvent");
    FullText.whenCut(link);
    link.getStyleClass().add("title-link");
    link.setOnAction(pressed -> open.accept(event));
    return link;
  }

  /// A status is told by its word; the colour only helps.
  Node state(EventResponse event) {
    return badge(words, event);
  }

  static Label badge(EventTexts words, EventResponse event) {
    Label badge = new Label(words.state(event));
    boolean plain = event.isActive() && !event.isArchived();
    badge.getStyleClass().addAll("badge", plain ? "badge-active" : "badge-inactive");
    return badge;
  }

  Node actions(EventResponse event) {
    Catalogue texts = words.texts();
    HBox buttons =
        new HBox(
            button("editEvent", "fth-edit-2", texts.get("edit"), () -> edit.accept(event)),
            event.isActive()
                ? button(
                    "toggleActive",
                    "fth-slash",
                    texts.get("deactivate"),
                    () -> actions.toggleActive(event))
                : button(
                    "toggleActive",
                    "fth-rotate-ccw",
                    texts.get("reactivate"),
                    () -> actions.toggleActive(event)),
            button(
                "toggleArchived",
                event.isArchived() ? "fth-inbox" : "fth-archive",
                event.isArchived() ? texts.get("unarchive") : texts.get("archive"),
                () -> actions.toggleArchived(event)),
            button("deleteEvent", "fth-trash-2", texts.get("delete"), () -> actions.delete(event)));
    buttons.getStyleClass().add("row-actions");
    return buttons;
  }

  private Button button(String id, String icon, String label, Runnable action) {
    Button button = IconButton.of(id, icon, label, action);
    Able.when(button, actions.allowed());
    return button;
  }
}
