package dev.streamgate.server.content;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.playback.AccessRules;
import dev.streamgate.server.playback.Entitlements;
import dev.streamgate.server.playback.TokenSubjects;
import dev.streamgate.server.playback.Watermarks;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.Standing;
import dev.streamgate.server.tickets.Ticket;
import java.util.Optional;

/// Tells what a playback token is worth now (API §3.2). Looking leaves no trace.
public final class Introspection {
  private final PlaybackTokens tokens;
  private final TokenSubjects subjects;
  private final Entitlements entitlements;
  private final Attendance attendance;
  private final Previews previews;
  private final Watermarks watermarks;

  public Introspection(
      PlaybackTokens tokens,
      TokenSubjects subjects,
      Entitlements entitlements,
      Attendance attendance,
      Previews previews,
      Watermarks watermarks) {
    this.tokens = tokens;
    this.subjects = subjects;
    this.entitlements = entitlements;
    this.attendance = attendance;
    this.previews = previews;
    this.watermarks = watermarks;
  }

  /// Knows whether tokens without a ticket still count.
  public interface Previews {
    boolean isOpen(PlaybackTokenClaims claims);
  }

  /// What a token is worth.
  public sealed interface Worth {
    /// It opens what it says.
    ///
    /// @param viewerId the ticket's id; for a preview the token's own subject
    record Good(PlaybackTokenClaims claims, String viewerId, String sessionId, String watermarkId)
        implements Worth {}

    /// It opens nothing.
    record Bad(Flaw flaw) implements Worth {}
  }

  /// What is wrong with a token.
  public enum Flaw {
    EXPIRED,
    INVALID,
    SESSION_ENDED,
    REVOKED
  }

  public Worth of(String token) {
    return switch (tokens.verify(token)) {
      case TokenVerification.Refused(TokenRefusal reason) ->
          new Worth.Bad(reason == TokenRefusal.EXPIRED ? Flaw.EXPIRED : Flaw.INVALID);
      case TokenVerification.Valid valid -> of(valid.claims());
    };
  }

  /// The session that a token is good for; empty if it opens nothing.
  public Optional<String> sessionOf(String token) {
    return of(token) instanceof Worth.Good good ? Optional.of(good.sessionId()) : Optional.empty();
  }

  private Worth of(PlaybackTokenClaims claims) {
    if (claims.subject() == null || claims.sessionId() == null) {
      return new Worth.Bad(Flaw.INVALID);
    }
    Optional<Ticket> ticket = subjects.ticketOf(claims);
    if (ticket.isPresent()) {
      return of(claims, ticket.get(), claims.sessionId());
    }
    return previews.isOpen(claims)
        ? good(claims, claims.subject(), claims.sessionId())
        : new Worth.Bad(Flaw.SESSION_ENDED);
  }

  private Worth of(PlaybackTokenClaims claims, Ticket ticket, String sessionId) {
    if (isRevoked(ticket)) {
      return new Worth.Bad(Flaw.REVOKED);
    }
    Standing standing = attendance.standing(sessionId, ticket.id(), ticket.maxSessions());
    return standing instanceof Standing.Alive
        ? good(claims, ticket.id(), sessionId)
        : new Worth.Bad(Flaw.SESSION_ENDED);
  }

  private boolean isRevoked(Ticket ticket) {
    return entitlements.of(ticket).filter(AccessRules::isInForce).isEmpty();
  }

  private Worth good(PlaybackTokenClaims claims, String viewerId, String sessionId) {
    return new Worth.Good(claims, viewerId, sessionId, watermarks.idOf(claims));
  }
}
