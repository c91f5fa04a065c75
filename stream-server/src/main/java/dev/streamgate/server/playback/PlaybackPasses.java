package dev.streamgate.server.playback;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.PlaybackTokenClaims.Marking;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Writes playback tokens for those who may watch (Spec, rules §4).
public final class PlaybackPasses {
  /// How long a token lives.
  public static final Duration LIFE = Duration.ofHours(1);

  /// How long a token may outlive its ticket, so that nobody is cut off in mid-sentence.
  public static final Duration GRACE = Duration.ofSeconds(60);

  private final PlaybackTokens tokens;
  private final Watermarks watermarks;

  public PlaybackPasses(PlaybackTokens tokens, Watermarks watermarks) {
    this.tokens = tokens;
    this.watermarks = watermarks;
  }

  /// A token for a session on a ticket.
  ///
  /// @param mediaOrigin where the video comes from
  public PlaybackPass issue(Entitlement entitlement, String sessionId, String mediaOrigin) {
    Ticket ticket = entitlement.ticket();
    Instant issuedAt = entitlement.at().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = earlier(issuedAt.plus(LIFE), endOf(ticket));
    PlaybackTokenClaims claims =
        new PlaybackTokenClaims(
            ticket.code().value(),
            ticket.eventId().value(),
            sessionId,
            entitlement.pathPrefix(),
            issuedAt,
            expiresAt,
            ticket.item(),
            ticket.maxHeight(),
            entitlement.closedFolders(),
            ticket.isForStaff() ? PlaybackTokenClaims.SCOPE_STAFF : null,
            false,
            entitlement.event().watermark()
                ? new Marking(null, watermarks.id(sessionId), mediaOrigin)
                : null);
    return new PlaybackPass(tokens.mint(claims), Duration.between(issuedAt, expiresAt));
  }

  private static Instant endOf(Ticket ticket) {
    return ticket.expiresAt().plus(GRACE).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
