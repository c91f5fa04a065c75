package dev.streamgate.server.playback;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.markedEvent;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.TicketSample.CODE;
import static dev.streamgate.server.fixtures.TicketSample.staffTicketFor;
import static dev.streamgate.server.fixtures.TicketSample.ticketExpiringAt;
import static dev.streamgate.server.fixtures.TicketSample.ticketFor;
import static dev.streamgate.server.fixtures.TicketSample.ticketForItem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TokenRefusal;
import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackPassesTest {
  private static final LockedItem TOMORROW = new LockedItem("day-2", NOON.plus(Duration.ofDays(1)));

  private static final Watermarks WATERMARKS = new Watermarks("watermark key");

  private final WrittenTokens tokens = new WrittenTokens();
  private final PlaybackPasses passes = new PlaybackPasses(tokens, WATERMARKS);

  @Test
  void aTokenOpensTheFolderOfTheEventForAnHour() {
    PlaybackPass pass = issue(ticketFor("evt-1"));

    assertThat(pass.life()).isEqualTo(Duration.ofHours(1));
    PlaybackTokenClaims claims = tokens.written.getFirst();
    assertThat(claims.subject()).isEqualTo(CODE);
    assertThat(claims.eventId()).isEqualTo("evt-1");
    assertThat(claims.sessionId()).isEqualTo("sid-1");
    assertThat(claims.pathPrefix()).isEqualTo("/streams/evt-1/");
    assertThat(claims.issuedAt()).isEqualTo(NOON);
    assertThat(claims.expiresAt()).isEqualTo(NOON.plusSeconds(3600));
    assertThat(claims.lockedItems()).containsExactly("day-2");
    assertThat(claims.scope()).isNull();
    assertThat(claims.probe()).isFalse();
  }

  @Test
  void noTokenOutlivesItsTicketByMoreThanAMinute() {
    PlaybackPass pass = issue(ticketExpiringAt("evt-1", NOON.plusSeconds(600)));

    assertThat(pass.life()).isEqualTo(Duration.ofMinutes(11));
  }

  @Test
  void aTicketForAnItemOpensOnlyItsFolder() {
    issue(ticketForItem("evt-1", "day-1"));

    PlaybackTokenClaims claims = tokens.written.getFirst();
    assertThat(claims.pathPrefix()).isEqualTo("/streams/evt-1/day-1/");
    assertThat(claims.item()).isEqualTo("day-1");
    assertThat(claims.lockedItems()).isEmpty();
  }

  @Test
  void aTicketForStaffOpensEverything() {
    issue(staffTicketFor("evt-1"));

    assertThat(tokens.written.getFirst().isStaff()).isTrue();
    assertThat(tokens.written.getFirst().lockedItems()).isEmpty();
  }

  @Test
  void theTokenOfAMarkedEventNamesItsMarkAndTheMediaSide() {
    issue(ticketFor("evt-1"), markedEvent("evt-1"));

    assertThat(tokens.written.getFirst().marking())
        .isEqualTo(
            new PlaybackTokenClaims.Marking(null, WATERMARKS.id("sid-1"), "https://media.example"));
  }

  @Test
  void noOtherTokenHasAMark() {
    issue(ticketFor("evt-1"));

    assertThat(tokens.written.getFirst().marking()).isNull();
  }

  private PlaybackPass issue(Ticket ticket) {
    return issue(ticket, runningEvent("evt-1"));
  }

  private PlaybackPass issue(Ticket ticket, Event event) {
    Entitlement entitlement =
        new Entitlement(ticket, event, List.of(TOMORROW), NOON.plusMillis(500));
    return passes.issue(entitlement, "sid-1", "https://media.example");
  }

  /// Keeps the claims it is asked to sign.
  private static final class WrittenTokens implements PlaybackTokens {
    private final List<PlaybackTokenClaims> written = new ArrayList<>();

    @Override
    public String mint(PlaybackTokenClaims claims) {
      written.add(claims);
      return "token";
    }

    @Override
    public TokenVerification verify(String token) {
      return new TokenVerification.Refused(TokenRefusal.MALFORMED);
    }
  }
}
