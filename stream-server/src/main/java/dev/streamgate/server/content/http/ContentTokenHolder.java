package dev.streamgate.server.content.http;

import dev.streamgate.server.content.Introspection;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.playback.TokenDesk;
import dev.streamgate.server.playback.TokenHolder;
import dev.streamgate.server.tickets.Ticket;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Knows who shows a playback token to the content API.
public final class ContentTokenHolder {
  private final TokenDesk tokens;
  private final Introspection introspection;

  public ContentTokenHolder(TokenDesk tokens, Introspection introspection) {
    this.tokens = tokens;
    this.introspection = introspection;
  }

  /// The holder of a ticket, and the session of the token.
  record Holder(Ticket ticket, String sessionId) {}

  /// @throws Problem 401 if there is no token, or one that proves nothing
  Holder demand(ServerRequest request) {
    String token =
        ShownToken.of(request, Optional::empty)
            .orElseThrow(() -> unauthorized("Unauthorized", ContentCodes.TOKEN_MISSING));
    return of(token).orElseThrow(() -> unauthorized("Unauthorized", ContentCodes.TOKEN_INVALID));
  }

  /// The session of the token that is shown, which may be that of a preview without a ticket.
  ///
  /// @throws Problem 401 if there is no token, or one that proves nothing
  String demandSession(ServerRequest request) {
    return ShownToken.of(request, Optional::empty)
        .flatMap(introspection::sessionOf)
        .orElseGet(() -> demand(request).sessionId());
  }

  /// Empty if the token proves nothing.
  Optional<Holder> of(String token) {
    return tokens.identify(Optional.of(token))
            instanceof TokenHolder.Known(Ticket ticket, String sessionId)
        ? Optional.of(new Holder(ticket, sessionId))
        : Optional.empty();
  }

  private static Problem unauthorized(String error, String code) {
    return ContentProblems.of(Status.UNAUTHORIZED_401, error, code);
  }
}
