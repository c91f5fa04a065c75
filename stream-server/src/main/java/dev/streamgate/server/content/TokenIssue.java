package dev.streamgate.server.content;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.Admittance.Finding;
import dev.streamgate.server.content.Admittance.Finding.Admitted;
import dev.streamgate.server.content.Admittance.Place;
import dev.streamgate.server.content.SeatDesk.Seat;
import dev.streamgate.server.content.TokenResult.Issued;
import dev.streamgate.server.content.TokenResult.NotIssued;
import dev.streamgate.server.content.TokenResult.Obstacle;
import dev.streamgate.server.content.TokenResult.Obstacle.Denied;
import dev.streamgate.server.content.TokenResult.Obstacle.UnknownContent;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.playback.Entitlement;
import dev.streamgate.server.playback.WatermarkBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives out tokens of the content API (API §3.1).
public final class TokenIssue {
  /// A preview needs no session that could be ended, so its tokens are short.
  private static final Duration LONGEST_PREVIEW = Duration.ofHours(1);

  private final Admittance admittance;
  private final SeatDesk seats;
  private final ContentTokens tokens;
  private final WatermarkBook watermarks;
  private final ContentJournal journal;
  private final Supplier<String> sessionIds;
  private final InstantSource clock;

  public TokenIssue(Parts parts, Supplier<String> sessionIds, InstantSource clock) {
    this.admittance = parts.admittance();
    this.seats = parts.seats();
    this.tokens = parts.tokens();
    this.watermarks = parts.watermarks();
    this.journal = parts.journal();
    this.sessionIds = sessionIds;
    this.clock = clock;
  }

  /// Those whose work goes into a token.
  public record Parts(
      Admittance admittance,
      SeatDesk seats,
      ContentTokens tokens,
      WatermarkBook watermarks,
      ContentJournal journal) {}

  /// A token for whoever shows a code.
  public TokenResult byCode(TokenWish wish, String code, Requester requester) {
    return switch (admittance.byCode(wish.content(), code, wish.device(), requester)) {
      case Finding.Barred(Obstacle obstacle) -> new NotIssued(obstacle);
      case Admitted admitted ->
          ifSeated(
              wish,
              admitted,
              seats.own(admitted, wish.sessionId(), wish.device(), requester),
              requester);
    };
  }

  /// A token for whoever a partner names by a ticket's id.
  public TokenResult byViewer(TokenWish wish, String viewerId, Requester requester) {
    return switch (admittance.byViewer(wish.content(), viewerId, requester)) {
      case Finding.Barred(Obstacle obstacle) -> new NotIssued(obstacle);
      case Admitted admitted ->
          ifSeated(
              wish,
              admitted,
              seats.partner(
                  admitted,
                  wish.sessionId(),
                  ContentTokens.endOf(admitted.entitlement(), wish.life()),
                  wish.device(),
                  requester),
              requester);
    };
  }

  /// A token for the preview of an event, for anybody. It takes no seat.
  public TokenResult preview(TokenWish wish, Requester requester) {
    Optional<Event> event =
        admittance.place(wish.content()).filter(it -> it.item().isEmpty()).map(Place::event);
    if (event.isEmpty()) {
      return new NotIssued(new UnknownContent());
    }
    if (!event.get().previewEnabled() || !event.get().isActive()) {
      Denial denial = event.get().isActive() ? new Denial.NoPreview() : new Denial.Unavailable();
      journal.denied(event.get(), denial, requester);
      return new NotIssued(new Denied(denial));
    }
    Duration life = wish.life().compareTo(LONGEST_PREVIEW) > 0 ? LONGEST_PREVIEW : wish.life();
    ContentPass pass =
        tokens.preview(
            event.get(),
            sessionIds.get(),
            ContentTokens.Life.of(clock.instant(), life),
            wish.mediaOrigin());
    journal.previewIssued(event.get(), pass, requester);
    return new Issued(pass);
  }

  private TokenResult ifSeated(TokenWish wish, Admitted admitted, Seat seat, Requester requester) {
    return switch (seat) {
      case Seat.None(Obstacle obstacle) -> new NotIssued(obstacle);
      case Seat.Taken(String sessionId) -> {
        Entitlement entitlement = admitted.entitlement();
        ContentPass pass = tokens.issue(entitlement, sessionId, wish.life(), wish.mediaOrigin());
        watermarks.note(entitlement.ticket(), sessionId);
        journal.tokenIssued(entitlement.ticket(), pass, requester);
        yield new Issued(pass);
      }
    };
  }
}
