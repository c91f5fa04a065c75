package dev.streamgate.console.tickets;

import dev.streamgate.console.screen.Meanwhile;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of a ticket was changed in a form: only that is sent, so that what others changed meanwhile
/// stays, and a takeover counted meanwhile is not given back unseen.
///
/// @param before the ticket as its form was opened
/// @param request what is sent; what is as it was is absent
record TicketChange(TokenResponse before, TokenEditRequest request) {
  /// Reads a form. Takeovers can only be given back; empty while their number cannot be read.
  static Optional<TicketChange> of(
      TokenResponse before, String label, int devices, String takeovers) {
    return Optional.of(takeovers)
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::valueOf)
        .filter(used -> used <= before.takeoversUsed())
        .map(used ->
            new TokenEditRequest(
                changed(label, labelOf(before)),
                changed(devices, before.maxSessions()),
                changed(used, before.takeoversUsed())))
        .map(request -> new TicketChange(before, request));
  }

  /// The label, blank if there is none.
  static String labelOf(TokenResponse ticket) {
    return Objects.requireNonNullElse(ticket.label(), "");
  }

  /// What of it somebody else has changed to something else, as lines to read. Takeovers are no
  /// matter: they are counted while people watch, and giving some back is meant all the same.
  List<String> overwritten(TokenResponse now, Catalogue texts, Meanwhile meanwhile) {
    List<String> lines = new ArrayList<>();
    if (isOverwritten(request.label(), labelOf(now), labelOf(before))) {
      lines.add(meanwhile.line(texts.get("generateLabel"), labelOf(now)));
    }
    if (isOverwritten(request.maxSessions(), now.maxSessions(), before.maxSessions())) {
      lines.add(meanwhile.line(texts.get("generateDevices"), String.valueOf(now.maxSessions())));
    }
    return List.copyOf(lines);
  }

  private static <T> @Nullable T changed(T now, T before) {
    return now.equals(before) ? null : now;
  }

  private static <T> boolean isOverwritten(@Nullable T mine, T now, T before) {
    return mine != null && !now.equals(before) && !now.equals(mine);
  }
}
