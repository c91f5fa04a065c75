package dev.streamgate.console.tickets;

import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The cells of the ticket table that are more than a text.
record TicketCells(
    TicketTexts words, Selection selection, TicketTools tools, Consumer<TokenResponse> changed) {

  Node tickBox(TokenResponse ticket) {
    CheckBox box = new CheckBox();
    box.setSelected(selection.contains(ticket));
    box.setDisable(!Selection.isSelectable(ticket));
    box.setAccessibleText(words.texts().get("selectTicket", ticket.displayCode()));
    box.setOnAction(event -> selection.set(ticket, box.isSelected()));
    return box;
  }

  /// A status is told by its word; the colour only helps.
  Node status(TokenResponse ticket) {
    TokenStatus status = ticket.status();
    Label badge = new Label(words.status(status));
    badge.getStyleClass().addAll("badge", "badge-" + status.name().toLowerCase(Locale.ROOT));
    return badge;
  }

  Node actions(TokenResponse ticket) {
    Catalogue texts = words.texts();
    HBox buttons =
        new HBox(
            copyButton(ticket),
            stateButton(ticket),
            IconButton.of(
                "ticketLink", "fth-link", texts.get("ticketLink"), () -> tools.link().open(ticket)),
            IconButton.of(
                "ticketSessions",
                "fth-users",
                texts.get("ticketSessions"),
                () -> tools.ticket().open(ticket, changed)));
    buttons.getStyleClass().add("row-actions");
    return buttons;
  }

  private Button copyButton(TokenResponse ticket) {
    return new CopyButtons(tools.copies(), words.texts())
        .of(ticket.id(), () -> tools.copies().copy(ticket.id(), ticket.displayCode()));
  }

  private Button stateButton(TokenResponse ticket) {
    Catalogue texts = words.texts();
    Button button =
        ticket.isRevoked()
            ? IconButton.of(
                "unrevokeTicket",
                "fth-rotate-ccw",
                texts.get("unrevoke"),
                () -> tools.actions().unrevoke(ticket))
            : IconButton.of(
                "revokeTicket",
                "fth-slash",
                texts.get("revoke"),
                () -> tools.actions().revoke(ticket));
    button.disableProperty().bind(tools.actions().allowed().not());
    return button;
  }
}
