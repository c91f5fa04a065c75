package dev.streamgate.server.insight;

import dev.streamgate.model.insight.DiagnosticsResponse.Kind;
import dev.streamgate.server.grants.TokenExamination;
import dev.streamgate.server.tickets.Ticket;
import java.util.Optional;

/// What a query of support is about.
///
/// @param token what was found out about the token; empty unless the query is one
/// @param ticket the ticket behind it; empty if there is none any more, or never was
/// @param sessionId a session that there is or was; never text that was only typed
record SupportCase(
    Kind kind,
    Optional<TokenExamination> token,
    Optional<Ticket> ticket,
    Optional<String> sessionId) {
  /// What a good token without a ticket is for, in plain words; empty if it should have one.
  Optional<String> preview() {
    return token
        .flatMap(TokenExamination::claims)
        .flatMap(claims ->
            claims.isPreview()
                ? Optional.of("a preview for everybody, which needs no ticket")
                : claims
                    .subjectIfAny()
                    .filter(subject -> claims.isStaff() && subject.startsWith("staff-"))
                    .map(_ -> "a staff preview, which needs no ticket"));
  }
}
