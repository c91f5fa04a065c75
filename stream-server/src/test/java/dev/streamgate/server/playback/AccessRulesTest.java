package dev.streamgate.server.playback;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.endedEvent;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static dev.streamgate.server.fixtures.TicketSample.expiredTicketFor;
import static dev.streamgate.server.fixtures.TicketSample.revokedTicketFor;
import static dev.streamgate.server.fixtures.TicketSample.staffTicketFor;
import static dev.streamgate.server.fixtures.TicketSample.staffTicketForItem;
import static dev.streamgate.server.fixtures.TicketSample.ticketExpiringAt;
import static dev.streamgate.server.fixtures.TicketSample.ticketFor;
import static dev.streamgate.server.fixtures.TicketSample.ticketForItem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.events.Event;
import dev.streamgate.server.playback.AccessDecision.Allowed;
import dev.streamgate.server.playback.AccessDecision.Refused;
import dev.streamgate.server.playback.AccessRefusal.EventInactive;
import dev.streamgate.server.playback.AccessRefusal.Expired;
import dev.streamgate.server.playback.AccessRefusal.NotYetAvailable;
import dev.streamgate.server.playback.AccessRefusal.Revoked;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  @Test
  void aGoodTicketIsAllowed() {
    assertThat(decide(ticketFor("evt-1"), runningEvent("evt-1"))).isEqualTo(new Allowed(false));
  }

  @Test
  void aRecordingIsAllowedUntilTheWindowEnds() {
    Ticket lastMoment = ticketExpiringAt("evt-1", NOON);
    Ticket justOver = ticketExpiringAt("evt-1", NOON.minusMillis(1));

    assertThat(decide(lastMoment, endedEvent("evt-1"))).isEqualTo(new Allowed(false));
    assertThat(decide(justOver, endedEvent("evt-1")))
        .isEqualTo(new Refused(new Expired(NOON.minusMillis(1))));
  }

  @Test
  void aRevokedTicketIsRefusedBeforeAnythingElse() {
    assertThat(decide(revokedTicketFor("evt-1"), inactive(endedEvent("evt-1"))))
        .isEqualTo(new Refused(new Revoked()));
  }

  @Test
  void anInactiveEventRefusesBeforeExpiryDoes() {
    assertThat(decide(expiredTicketFor("evt-1"), inactive(endedEvent("evt-1"))))
        .isEqualTo(new Refused(new EventInactive()));
  }

  @Test
  void aTicketForALockedItemWaits() {
    assertThat(decide(ticketForItem("evt-1", "day-2"), runningEvent("evt-1")))
        .isEqualTo(new Refused(new NotYetAvailable(TOMORROW)));
    assertThat(decide(ticketForItem("evt-1", "day-1"), runningEvent("evt-1")))
        .isEqualTo(new Allowed(false));
  }

  @Test
  void staffTicketsOpenInactiveEventsAndLockedItemsAsAnException() {
    assertThat(decide(staffTicketFor("evt-1"), inactive(runningEvent("evt-1"))))
        .isEqualTo(new Allowed(true));
    assertThat(decide(staffTicketForItem("evt-1", "day-2"), runningEvent("evt-1")))
        .isEqualTo(new Allowed(true));
    assertThat(decide(staffTicketFor("evt-1"), runningEvent("evt-1")))
        .isEqualTo(new Allowed(false));
  }

  private static AccessDecision decide(Ticket ticket, Event event) {
    return AccessRules.decide(
        new Entitlement(ticket, event, List.of(new LockedItem("day-2", TOMORROW)), NOON));
  }

  private static Event inactive(Event event) {
    return new Event(
        event.id(),
        event.title(),
        event.description(),
        event.streamUrl(),
        event.streamFolder(),
        event.posterUrl(),
        event.schedule(),
        event.accessWindow(),
        false,
        event.isArchived(),
        NOON,
        event.previewEnabled(),
        event.watermark(),
        event.takeover(),
        event.maxTakeovers(),
        event.createdAt(),
        event.updatedAt());
  }
}
