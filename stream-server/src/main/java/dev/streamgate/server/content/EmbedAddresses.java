package dev.streamgate.server.content;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.grants.EmbedSignature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Addresses of the portal for frames (API §2.9).
public final class EmbedAddresses {
  private final EmbedSignature signature;
  private final Duration life;
  private final boolean isOn;
  private final ContentJournal journal;
  private final InstantSource clock;

  /// @param life how long an address of a partner opens the page
  /// @param isOn whether any page may show the portal in a frame
  public EmbedAddresses(
      EmbedSignature signature,
      Duration life,
      boolean isOn,
      ContentJournal journal,
      InstantSource clock) {
    this.signature = signature;
    this.life = life;
    this.isOn = isOn;
    this.journal = journal;
    this.clock = clock;
  }

  /// An address that opens an event's page until an instant.
  public record Address(String path, Instant expiresAt) {}

  /// Whether any page may show the portal in a frame.
  public boolean isOn() {
    return isOn;
  }

  /// An address that a partner's server writes into a page it is about to send.
  public Address brief(Event event, Requester requester) {
    return sign(event, clock.instant().plus(life), requester);
  }

  /// An address that staff put into a page by hand: good for as long as the event's tickets.
  public Address lasting(Event event, Requester requester) {
    Instant brief = clock.instant().plus(life);
    Instant end = event.ticketsExpireAt();
    return sign(event, end.isAfter(brief) ? end : brief, requester);
  }

  private Address sign(Event event, Instant end, Requester requester) {
    Instant expiresAt = end.truncatedTo(ChronoUnit.SECONDS);
    String expires = String.valueOf(expiresAt.getEpochSecond());
    journal.embedSigned(event, requester);
    return new Address(
        "/embed/%s?token=%s&expires=%s"
            .formatted(event.id().value(), signature.sign(event.id().value(), expires), expires),
        expiresAt);
  }
}
