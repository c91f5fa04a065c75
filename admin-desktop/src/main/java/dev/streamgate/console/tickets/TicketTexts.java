package dev.streamgate.console.tickets;

import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.TokenResponse;
import dev.streamgate.model.tickets.TokenStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tickets in the words of the staff.
public record TicketTexts(Catalogue texts, Formats formats) {
  public String status(TokenStatus status) {
    return switch (status) {
      case UNUSED -> texts.get("unused");
      case REDEEMED -> texts.get("redeemed");
      case EXPIRED -> texts.get("expired");
      case REVOKED -> texts.get("revoked");
    };
  }

  public String style(CodeStyle style) {
    return switch (style) {
      case PRINT -> texts.get("stylePrint");
      case BASE62 -> texts.get("styleBase62");
      case IMPORTED -> texts.get("styleImported");
    };
  }

  public String access(AccessLevel level) {
    return switch (level) {
      case STANDARD -> texts.get("accessStandard");
      case STAFF -> texts.get("accessStaff");
    };
  }

  public String item(EventItemResponse item) {
    return Objects.requireNonNullElse(item.title(), item.item());
  }

  public String height(int lines) {
    return texts.get("height", String.valueOf(lines));
  }

  public String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, Formats.NOTHING);
  }

  public String time(@Nullable Instant instant) {
    return instant == null ? Formats.NOTHING : formats.dateTime(instant);
  }

  /// The share watched, or the time where the length is unknown.
  public String watched(TokenResponse ticket) {
    TokenResponse.Progress progress = ticket.progress();
    Long duration = progress.durationSeconds();
    if (progress.watchedSeconds() == 0) {
      return Formats.NOTHING;
    }
    return duration == null || duration == 0
        ? formats.playingTime(Duration.ofSeconds(progress.watchedSeconds()))
        : formats.percent((double) progress.watchedSeconds() / duration);
  }

  /// How often the holder has begun anew after the first time.
  public String repeats(TokenResponse ticket) {
    int repeats = Math.max(0, ticket.progress().watchCount() - 1);
    return repeats == 0 ? Formats.NOTHING : formats.number(repeats);
  }
}
