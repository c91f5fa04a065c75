package dev.streamgate.server.content;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.PlaybackTokenClaims.Marking;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.playback.Entitlement;
import dev.streamgate.server.playback.PlaybackPasses;
import dev.streamgate.server.playback.Watermarks;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes the tokens of the content API and of previews (Spec, rules §4). They never hold a code.
public final class ContentTokens {
  /// The folder of an event that may be open to everybody.
  private static final String PREVIEW = "preview/";

  private static final String STAFF_SUBJECT = "staff-";
  private static final String PREVIEW_SUBJECT = "preview-";

  private final PlaybackTokens tokens;
  private final Watermarks watermarks;

  public ContentTokens(PlaybackTokens tokens, Watermarks watermarks) {
    this.tokens = tokens;
    this.watermarks = watermarks;
  }

  /// From when until when a token counts, in whole seconds.
  public record Life(Instant from, Instant until) {
    static Life of(Instant now, Duration length) {
      Instant from = now.truncatedTo(ChronoUnit.SECONDS);
      return new Life(from, from.plus(length));
    }
  }

  /// When a token that should live so long ends: not much later than its ticket.
  public static Instant endOf(Entitlement entitlement, Duration life) {
    Instant end = entitlement.ticket().expiresAt().plus(PlaybackPasses.GRACE);
    Instant wished = entitlement.at().plus(life);
    return (wished.isBefore(end) ? wished : end).truncatedTo(ChronoUnit.SECONDS);
  }

  /// A token for a session on a ticket.
  ///
  /// @param mediaOrigin where the video comes from
  public ContentPass issue(
      Entitlement entitlement, String sessionId, Duration life, String mediaOrigin) {
    Ticket ticket = entitlement.ticket();
    Marking marking = new Marking(ticket.id(), watermarks.id(sessionId), mediaOrigin);
    PlaybackTokenClaims claims =
        new PlaybackTokenClaims(
            ticket.code().hash(),
            ticket.eventId().value(),
            sessionId,
            entitlement.pathPrefix(),
            entitlement.at().truncatedTo(ChronoUnit.SECONDS),
            endOf(entitlement, life),
            ticket.item(),
            ticket.maxHeight(),
            entitlement.closedFolders(),
            ticket.isForStaff()
                ? PlaybackTokenClaims.SCOPE_STAFF
                : PlaybackTokenClaims.SCOPE_CONTENT,
            false,
            marking);
    return pass(claims, marking.watermarkId());
  }

  /// A token for the preview folder of an event, for anybody.
  public ContentPass preview(Event event, String sessionId, Life life, String mediaOrigin) {
    String subject = PREVIEW_SUBJECT + sessionId;
    Marking marking = new Marking(subject, watermarks.id(sessionId), mediaOrigin);
    String folder = StreamPath.buildStreamPathPrefix(event.id()) + PREVIEW;
    return pass(
        new PlaybackTokenClaims(
            subject,
            event.id().value(),
            sessionId,
            folder,
            life.from(),
            life.until(),
            null,
            null,
            List.of(),
            PlaybackTokenClaims.SCOPE_PREVIEW,
            false,
            marking),
        marking.watermarkId());
  }

  /// A token for all of an event without a ticket, for staff.
  public ContentPass staffPreview(Event event, String sessionId, Life life) {
    return pass(
        new PlaybackTokenClaims(
            STAFF_SUBJECT + sessionId,
            event.id().value(),
            sessionId,
            StreamPath.buildStreamPathPrefix(event.id()),
            life.from(),
            life.until(),
            null,
            null,
            List.of(),
            PlaybackTokenClaims.SCOPE_STAFF,
            false,
            null),
        watermarks.id(sessionId));
  }

  private ContentPass pass(PlaybackTokenClaims claims, String watermarkId) {
    return new ContentPass(
        tokens.mint(claims),
        claims.contentId(),
        claims.sessionIfAny().orElseThrow(),
        watermarkId,
        claims.expiresAt());
  }
}
