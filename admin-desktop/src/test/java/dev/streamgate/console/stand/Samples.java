package dev.streamgate.console.stand;

import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.StreamSource;
import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CheckSymbol;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TicketCode;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenResponse.EventTitle;
import dev.streamgate.model.tickets.TokenResponse.Progress;
import dev.streamgate.model.tickets.TokenStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Events and tickets as a server would send them.
public final class Samples {
  /// The moment all tests happen at.
  public static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");

  private Samples() {}

  public static EventResponse event(String id, String title) {
    return event(id, title, NOW.plus(Duration.ofDays(2)), true);
  }

  /// An event that has begun and is not over.
  public static EventResponse runningEvent(String id, String title) {
    return event(id, title, NOW.minus(Duration.ofMinutes(30)), true);
  }

  public static EventResponse pastEvent(String id, String title) {
    return event(id, title, NOW.minus(Duration.ofDays(9)), true);
  }

  public static EventResponse inactiveEvent(String id, String title) {
    return event(id, title, NOW.plus(Duration.ofDays(5)), false);
  }

  private static EventResponse event(String id, String title, Instant start, boolean active) {
    return new EventResponse(
        id,
        title,
        null,
        null,
        null,
        null,
        start,
        start.plus(Duration.ofHours(4)),
        48,
        active,
        false,
        active ? null : NOW,
        false,
        false,
        TakeoverRule.NEVER,
        3,
        StreamSource.LOCAL,
        NOW,
        NOW,
        0,
        null,
        null,
        null,
        null);
  }

  /// The same event, described.
  public static EventResponse described(EventResponse of, String description) {
    return EventChanges.with(
        of,
        new EventRequest(null, description, null, null, null, null, null, null, null, null, null));
  }

  public static TokenResponse ticket(EventResponse event, int number) {
    String symbols = "7K3M9QWX" + "%03d".formatted(number);
    return new TokenResponse(
        "tkt-" + number,
        symbols + CheckSymbol.checkSymbol(symbols),
        new TicketCode(symbols + CheckSymbol.checkSymbol(symbols)).display(),
        CodeStyle.PRINT,
        event.id(),
        number % 3 == 0 ? "VIP" : null,
        false,
        null,
        null,
        null,
        event.endsAt().plus(Duration.ofHours(event.accessWindowHours())),
        NOW,
        TokenStatus.UNUSED,
        1,
        0,
        AccessLevel.STANDARD,
        null,
        null,
        0,
        Progress.NONE,
        new EventTitle(event.title()),
        null);
  }

  /// The same ticket, used by somebody who has watched half of a recording three times.
  public static TokenResponse redeemed(TokenResponse ticket) {
    Instant used = NOW.minus(Duration.ofHours(20));
    return changed(
        ticket, TokenStatus.REDEEMED, null, used, new Progress(1800, 3600L, 3, NOW, null));
  }

  public static TokenResponse revoked(TokenResponse ticket) {
    return changed(ticket, TokenStatus.REVOKED, NOW, ticket.redeemedAt(), ticket.progress());
  }

  public static TokenResponse expired(TokenResponse ticket) {
    return changed(ticket, TokenStatus.EXPIRED, null, ticket.redeemedAt(), ticket.progress());
  }

  public static TokenResponse reinstated(TokenResponse ticket) {
    TokenStatus status = ticket.redeemedAt() == null ? TokenStatus.UNUSED : TokenStatus.REDEEMED;
    return changed(ticket, status, null, ticket.redeemedAt(), ticket.progress());
  }

  static TokenResponse labelled(TokenResponse of, TokenEditRequest edit) {
    return new TokenResponse(
        of.id(),
        of.code(),
        of.displayCode(),
        of.codeStyle(),
        of.eventId(),
        edit.label() == null ? of.label() : edit.label(),
        of.isRevoked(),
        of.revokedAt(),
        of.redeemedAt(),
        of.redeemedIp(),
        of.expiresAt(),
        of.createdAt(),
        of.status(),
        Objects.requireNonNullElse(edit.maxSessions(), of.maxSessions()),
        Objects.requireNonNullElse(edit.takeoversUsed(), of.takeoversUsed()),
        of.accessLevel(),
        of.item(),
        of.maxHeight(),
        of.activeSessions(),
        of.progress(),
        of.event(),
        null);
  }

  /// The same ticket for one item of its event alone.
  public static TokenResponse forItem(TokenResponse of, String item) {
    return new TokenResponse(
        of.id(),
        of.code(),
        of.displayCode(),
        of.codeStyle(),
        of.eventId(),
        of.label(),
        of.isRevoked(),
        of.revokedAt(),
        of.redeemedAt(),
        of.redeemedIp(),
        of.expiresAt(),
        of.createdAt(),
        of.status(),
        of.maxSessions(),
        of.takeoversUsed(),
        of.accessLevel(),
        item,
        of.maxHeight(),
        of.activeSessions(),
        of.progress(),
        of.event(),
        null);
  }

  private static TokenResponse changed(
      TokenResponse of,
      TokenStatus status,
      @Nullable Instant revokedAt,
      @Nullable Instant redeemedAt,
      Progress progress) {
    return new TokenResponse(
        of.id(),
        of.code(),
        of.displayCode(),
        of.codeStyle(),
        of.eventId(),
        of.label(),
        revokedAt != null,
        revokedAt,
        redeemedAt,
        null,
        of.expiresAt(),
        of.createdAt(),
        status,
        of.maxSessions(),
        of.takeoversUsed(),
        of.accessLevel(),
        of.item(),
        of.maxHeight(),
        of.activeSessions(),
        progress,
        of.event(),
        null);
  }
}
