package dev.streamgate.console.tickets;

import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The ticked tickets of the page in view. Revoked tickets cannot be ticked: there is nothing left
/// to revoke.
public final class Selection {
  private final ObservableSet<String> ids = FXCollections.observableSet();
  private final ObservableList<TokenResponse> rows;

  Selection(ObservableList<TokenResponse> rows) {
    this.rows = rows;
  }

  public static boolean isSelectable(TokenResponse ticket) {
    return ticket.status() != TokenStatus.REVOKED;
  }

  public boolean contains(TokenResponse ticket) {
    return ids.contains(ticket.id());
  }

  public void set(TokenResponse ticket, boolean selected) {
    if (selected && isSelectable(ticket)) {
      ids.add(ticket.id());
    } else {
      ids.remove(ticket.id());
    }
  }

  public void toggle(TokenResponse ticket) {
    set(ticket, !contains(ticket));
  }

  public void setAll(boolean selected) {
    rows.forEach(ticket -> set(ticket, selected));
  }

  public IntegerBinding size() {
    return Bindings.size(ids);
  }

  /// The ids, in the order of the page.
  public List<String> idsInOrder() {
    return rows.stream().map(TokenResponse::id).filter(ids::contains).toList();
  }

  /// To be told of every change.
  ObservableSet<String> observableIds() {
    return ids;
  }

  /// Drops what is no longer on the page: nobody revokes what they cannot see.
  void keepVisible() {
    Set<String> visible =
        rows.stream()
            .filter(Selection::isSelectable)
            .map(TokenResponse::id)
            .collect(Collectors.toSet());
    ids.retainAll(visible);
  }
}
