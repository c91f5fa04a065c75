package dev.streamgate.server.insight;

import dev.streamgate.model.insight.DiagnosticsResponse.Kind;
import dev.streamgate.server.grants.TokenExamination;
import dev.streamgate.server.tickets.Ticket;
import java.util.Optional;

/// What a query of support is about.
///
/// @param token what was found out about the token; empty unless the query is one
/// @param ticket the ticket behind it; empty if there is none any more, or never was
/// @param preview the preview that it is about instead of a ticket
/// @param sessionId a session that there is or was; never text that was only typed
record SupportCase(
    Kind kind,
    Optional<TokenExamination> token,
    Optional<Ticket> ticket,
    Optional<PreviewCase> preview,
    Optional<String> sessionId) {
  /// A query that leads to nothing.
  static SupportCase ofNothing(Kind kind) {
    return new SupportCase(
        kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The event it is about; empty if nothing is known of one.
  Optional<String> eventId() {
    return ticket.map(it -> it.eventId().value()).or(() -> preview.map(PreviewCase::eventId));
  }
}
