package dev.streamgate.server.playback;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.playback.TokenHolder.Known;
import dev.streamgate.server.playback.TokenHolder.Stranger;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.TicketStore;
import java.util.Optional;

/// Where playback tokens are shown to the slow side. Every stranger is noted in the journal.
public final class TokenDesk {
  private final PlaybackTokens tokens;
  private final TokenSubjects subjects;
  private final Entitlements entitlements;
  private final Journal journal;

  public TokenDesk(
      PlaybackTokens tokens, TicketStore tickets, Entitlements entitlements, Journal journal) {
    this.tokens = tokens;
    this.subjects = new TokenSubjects(tickets);
    this.entitlements = entitlements;
    this.journal = journal;
  }

  /// The holder of a token, whatever became of the ticket since.
  public TokenHolder identify(Optional<String> token) {
    return noted(token.map(this::verify).orElseGet(() -> new Stranger(AuthFailure.MISSING)));
  }

  /// The holder of a token that a fresh one may follow. Tokens of the content API are asked for
  /// anew: what follows here holds the code itself, which they must not.
  TokenHolder identifyRefreshable(Optional<String> token) {
    boolean isOfContent = token.map(tokens::verify).filter(TokenDesk::isOfContent).isPresent();
    return isOfContent ? noted(new Stranger(AuthFailure.UNKNOWN_SUBJECT)) : identify(token);
  }

  /// The holder of a token whose ticket is not revoked and whose event is active.
  public TokenHolder identifyActive(Optional<String> token) {
    return switch (identify(token)) {
      case Known known when !isActive(known.ticket()) ->
          noted(new Stranger(AuthFailure.INACTIVE_SUBJECT));
      case TokenHolder holder -> holder;
    };
  }

  private static boolean isOfContent(TokenVerification verification) {
    return verification instanceof TokenVerification.Valid valid
        && valid.claims().viewerIfAny().isPresent();
  }

  private TokenHolder verify(String token) {
    return switch (tokens.verify(token)) {
      case TokenVerification.Valid(PlaybackTokenClaims claims, boolean byOldKey) ->
          holderOf(claims);
      case TokenVerification.Refused(TokenRefusal reason) -> new Stranger(AuthFailure.of(reason));
    };
  }

  private TokenHolder holderOf(PlaybackTokenClaims claims) {
    Optional<Ticket> ticket = subjects.ticketOf(claims);
    return claims
        .sessionIfAny()
        .flatMap(sessionId -> ticket.<TokenHolder>map(known -> new Known(known, sessionId)))
        .orElseGet(() -> new Stranger(AuthFailure.UNKNOWN_SUBJECT));
  }

  private boolean isActive(Ticket ticket) {
    return entitlements.of(ticket).filter(AccessRules::isInForce).isPresent();
  }

  private TokenHolder noted(TokenHolder holder) {
    if (holder instanceof Stranger(AuthFailure cause)) {
      journal.authFailed(cause);
    }
    return holder;
  }
}
