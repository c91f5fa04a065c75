package dev.streamgate.console.tickets;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.CellNode;
import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The cells of the ticket table that are more than a text.
record TicketCells(
    TicketTexts words, Selection selection, TicketTools tools, Consumer<TokenResponse> changed) {
  private static final int PLACE_OF_STATE = 1;

  CellNode<TokenResponse> tickBox(Supplier<TokenResponse> row) {
    CheckBox box = new CheckBox();
    box.setOnAction(event -> selection.set(row.get(), box.isSelected()));
    return new CellNode<>(
        box,
        ticket -> {
          box.setSelected(selection.contains(ticket));
          Able.set(box, Selection.isSelectable(ticket), Reason.NOT_REVOCABLE);
          box.setAccessibleText(words.texts().get("selectTicket", ticket.displayCode()));
        });
  }

  /// A status is told by its word; the colour only helps.
  CellNode<TokenResponse> status(Supplier<TokenResponse> row) {
    Label badge = new Label();
    return new CellNode<>(
        badge,
        ticket -> {
          TokenStatus status = ticket.status();
          badge.setText(words.status(status));
          badge
              .getStyleClass()
              .setAll("label", "badge", "badge-" + status.name().toLowerCase(Locale.ROOT));
        });
  }

  CellNode<TokenResponse> actions(Supplier<TokenResponse> row) {
    Catalogue texts = words.texts();
    CellNode<TokenResponse> copy =
        new CopyButtons(tools.copies(), texts)
            .of(
                row,
                TokenResponse::id,
                ticket -> tools.copies().copy(ticket.id(), ticket.displayCode()));
    Button revoke =
        changing(
            button("revokeTicket", "fth-slash", texts.get("revoke"), row, tools.actions()::revoke));
    Button unrevoke =
        changing(
            button(
                "unrevokeTicket",
                "fth-rotate-ccw",
                texts.get("unrevoke"),
                row,
                tools.actions()::unrevoke));
    HBox buttons =
        new HBox(
            copy.node(),
            revoke,
            button("ticketLink", "fth-link", texts.get("ticketLink"), row, tools.link()::open),
            button(
                "ticketSessions",
                "fth-users",
                texts.get("ticketSessions"),
                row,
                ticket -> tools.ticket().open(ticket, changed)));
    buttons.getStyleClass().add("row-actions");
    return new CellNode<>(
        buttons,
        ticket -> {
          copy.show().accept(ticket);
          buttons.getChildren().set(PLACE_OF_STATE, ticket.isRevoked() ? unrevoke : revoke);
        });
  }

  private static Button button(
      String id,
      String icon,
      String meaning,
      Supplier<TokenResponse> row,
      Consumer<TokenResponse> action) {
    return IconButton.of(id, icon, meaning, () -> action.accept(row.get()));
  }

  private Button changing(Button button) {
    Able.when(button, tools.actions().allowed());
    return button;
  }
}
