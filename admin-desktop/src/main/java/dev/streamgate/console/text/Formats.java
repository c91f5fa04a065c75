package dev.streamgate.console.text;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Dates, times and numbers as the staff's language writes them, in the zone of their computer.
public record Formats(Locale locale, ZoneId zone) {
  public static final String NOTHING = "–";

  /// A text, or what stands for none.
  public static String orNothing(@Nullable String text) {
    return Objects.requireNonNullElse(text, NOTHING);
  }

  public String dateTime(Instant instant) {
    return written(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT), instant);
  }

  public String time(Instant instant) {
    return written(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), instant);
  }

  /// Hours and minutes.
  public String shortTime(Instant instant) {
    return written(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant);
  }

  public String date(Instant instant) {
    return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant);
  }

  /// Milliseconds as seconds with one digit behind the point, rounded up, for example `0.8`.
  public String seconds(long milliseconds) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.CEILING);
    return format.format(milliseconds / 1000.0);
  }

  /// Date and time to the second.
  public String precise(Instant instant) {
    return written(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM), instant);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /// Hours, minutes and seconds of playing time, for example `1:02:03` or `2:03`.
  public String playingTime(Duration time) {
    return time.toHours() > 0
        ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }

  /// The zone's short name with its id, for example `CET (Europe/Berlin)`.
  public String zoneName() {
    return zone.getDisplayName(TextStyle.SHORT, locale) + " (" + zone.getId() + ")";
  }

  private String written(DateTimeFormatter format, Instant instant) {
    return format.withLocale(locale).withZone(zone).format(instant);
  }
}
