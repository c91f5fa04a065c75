package dev.streamgate.console.tickets;

import dev.streamgate.console.api.TicketsApi;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.Confirmations;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.screen.ScreenState;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.tickets.BulkRevokeRequest;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;

/// Revoking tickets and taking it back, each asked first (Spec, console §11).
public final class TicketActions {
  private final TicketsApi api;
  private final Writing writing;
  private final TicketTexts words;
  private final TicketsViewModel list;
  private final Confirmations confirmations;
  private final LongWork work;

  public TicketActions(
      TicketsApi api,
      Writing writing,
      TicketTexts words,
      TicketsViewModel list,
      Confirmations confirmations,
      LongWork work) {
    this.api = api;
    this.writing = writing;
    this.words = words;
    this.list = list;
    this.confirmations = confirmations;
    this.work = work;
  }

  /// Whether changes can be made now.
  public BooleanBinding allowed() {
    return writing.allowed();
  }

  /// Whether the ticked tickets can be revoked now.
  public BooleanBinding revokeSelectedAllowed() {
    return allowed()
        .and(list.selection().size().greaterThan(0))
        .and(list.status().stateProperty().isEqualTo(ScreenState.CONTENT));
  }

  public void revoke(TokenResponse ticket) {
    Catalogue texts = words.texts();
    writing.ask(
        new Question(
            texts.get("revokeTitle"),
            texts.get("revokeQuestion", ticket.displayCode()),
            texts.get("cancel"),
            texts.get("revoke")),
        () -> api.revoke(ticket.id()),
        changed -> {
          list.replace(changed);
          confirmations.follow(
              changed.change(), texts.get("undo", changed.displayCode()), () -> reinstate(changed));
        });
  }

  public void unrevoke(TokenResponse ticket) {
    Catalogue texts = words.texts();
    writing.ask(
        new Question(
            texts.get("unrevokeTitle"),
            texts.get("unrevokeQuestion", ticket.displayCode(), words.time(ticket.expiresAt())),
            texts.get("cancel"),
            texts.get("unrevoke")),
        () -> api.unrevoke(ticket.id()),
        this::reinstated);
  }

  /// Revokes what is ticked, or else the ticket in the selected row; the page can never hold more
  /// than the server takes at once.
  public void revokeSelected(Optional<TokenResponse> inRow) {
    List<String> ids = list.selection().idsInOrder();
    if (ids.isEmpty()) {
      inRow
          .filter(Selection::isSelectable)
          .filter(ticket -> allowed().get())
          .ifPresent(this::revoke);
      return;
    }
    if (!revokeSelectedAllowed().get() || ids.size() > BulkRevokeRequest.MAX_TOKENS) {
      return;
    }
    Catalogue texts = words.texts();
    writing.ask(
        new Question(
            texts.get("revokeManyTitle"),
            texts.get("revokeManyQuestion", ids.size()),
            texts.get("cancel"),
            texts.get("revokeMany", ids.size())),
        () ->
            work.begin(
                texts.get("revoking", ids.size()),
                progress -> api.revokeAll(ids),
                new LongWork.Ends<>(
                    answer -> {
                      confirmations.follow(answer.change());
                      list.load();
                    },
                    work::warn,
                    list::load)));
  }

  private void reinstate(TokenResponse ticket) {
    writing.write(() -> api.unrevoke(ticket.id()), this::reinstated);
  }

  private void reinstated(TokenResponse ticket) {
    list.replace(ticket);
    writing.say(words.texts().get("reinstated", ticket.displayCode()));
  }
}
