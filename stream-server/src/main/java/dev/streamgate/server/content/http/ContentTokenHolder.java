package dev.streamgate.server.content.http;

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

  public ContentTokenHolder(TokenDesk tokens) {
    this.tokens = tokens;
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
