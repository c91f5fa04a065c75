package dev.streamgate.console.door;

import dev.streamgate.console.door.DoorVerdict.Tone;
import dev.streamgate.console.screen.DeviceWords;
import dev.streamgate.console.screen.ShortcutKey;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.sessions.SessionView;
import dev.streamgate.model.tickets.LookupResponse;
import dev.streamgate.model.tickets.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Verdicts in the words of the door (Spec, console §8).
public record DoorWords(Catalogue texts, Formats formats, InstantSource clock) {
  /// What the button that frees a seat says.
  public String release(ShortcutKey key) {
    return texts.get("release", key.with("R"));
  }

  /// @param byItself whether what is typed is looked up without Enter
  DoorVerdict ready(boolean byItself) {
    String hint = byItself ? texts.get("readyHint") : texts.get("readyEnterHint");
    return plain(Tone.READY, texts.get("ready"), hint);
  }

  /// All symbols are there, but they do not end the input by themselves.
  DoorVerdict waiting() {
    return plain(Tone.READY, texts.get("ready"), texts.get("pressEnter"));
  }

  DoorVerdict looking() {
    return plain(Tone.BUSY, texts.get("looking"), "");
  }

  DoorVerdict misspelled() {
    return plain(Tone.UNKNOWN, texts.get("unknown"), texts.get("checkSpelling"));
  }

  DoorVerdict away() {
    return plain(Tone.AWAY, texts.get("noConnection"), texts.get("noConnectionHint"));
  }

  DoorVerdict refused(String reason) {
    return plain(Tone.AWAY, texts.get("notLooked"), reason);
  }

  DoorVerdict of(LookupResponse answer) {
    return switch (answer.verdict()) {
      case OK -> plain(Tone.GOOD, texts.get("valid"), ticket(answer));
      case IN_USE -> inUse(answer);
      case REVOKED -> plain(Tone.BAD, texts.get("revoked"), ticket(answer));
      case EXPIRED -> plain(Tone.BAD, texts.get("expired", expiry(answer)), event(answer));
      case EVENT_INACTIVE -> plain(Tone.BAD, texts.get("eventClosed"), event(answer));
      case LOCKED -> plain(Tone.LATER, opens(answer), ticket(answer));
      case UNKNOWN -> plain(Tone.UNKNOWN, texts.get("unknown"), "");
    };
  }

  /// A look-up in one line, for the list below the field.
  String entry(DoorVerdict verdict, String code) {
    String last = code.substring(Math.max(0, code.length() - 4));
    return texts.get("entry", verdict.headline(), last);
  }

  private DoorVerdict inUse(LookupResponse answer) {
    Optional<SessionView> session =
        answer.sessions().stream().min(Comparator.comparing(SessionView::lastHeartbeat));
    String details = session.map(this::playing).orElse("");
    return new DoorVerdict(Tone.CAREFUL, texts.get("inUse"), join(details, event(answer)), session);
  }

  private String playing(SessionView session) {
    long quiet = Duration.between(session.lastHeartbeat(), clock.instant()).toSeconds();
    return join(
        texts.get("started", formats.shortTime(session.sessionStarted())),
        texts.get("lastSign", Math.max(0, quiet)),
        DeviceWords.known(session.browser(), session.os()));
  }

  private String ticket(LookupResponse answer) {
    TokenResponse token = answer.token();
    if (token == null) {
      return "";
    }
    Instant used = token.redeemedAt();
    return join(
        token.event().title(),
        Objects.requireNonNullElse(token.label(), ""),
        texts.get("expires", formats.dateTime(token.expiresAt())),
        used == null ? texts.get("notUsed") : texts.get("firstUsed", formats.dateTime(used)));
  }

  private String event(LookupResponse answer) {
    TokenResponse token = answer.token();
    return token == null
        ? ""
        : join(token.event().title(), Objects.requireNonNullElse(token.label(), ""));
  }

  private String expiry(LookupResponse answer) {
    TokenResponse token = answer.token();
    return token == null ? "" : formats.dateTime(token.expiresAt());
  }

  /// When the ticket's item opens; without its programme only that it is not yet.
  private String opens(LookupResponse answer) {
    TokenResponse token = answer.token();
    EventResponse event = answer.event();
    List<EventItemResponse> items = event == null ? null : event.items();
    if (token == null || items == null) {
      return texts.get("later");
    }
    return items.stream()
        .filter(item -> item.item().equals(token.item()))
        .map(EventItemResponse::availableAt)
        .filter(Objects::nonNull)
        .findFirst()
        .map(opening -> texts.get("notBefore", formats.dateTime(opening)))
        .orElse(texts.get("later"));
  }

  private static DoorVerdict plain(Tone tone, String headline, String details) {
    return new DoorVerdict(tone, headline, details, Optional.empty());
  }

  private static String join(String... parts) {
    return Arrays.stream(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
  }
}
