package dev.streamgate.console.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A date and a time as they are typed, in the zone of the staff.
public final class Moment {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final ZoneId zone;
  private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
  private final StringProperty time = new SimpleStringProperty("");

  Moment(ZoneId zone) {
    this.zone = zone;
  }

  public ObjectProperty<@Nullable LocalDate> dateProperty() {
    return date;
  }

  /// Hours and minutes, `20:00`.
  public StringProperty timeProperty() {
    return time;
  }

  /// Empty while date or time are missing or unreadable.
  public Optional<Instant> instant() {
    LocalDate day = date.get();
    if (day == null) {
      return Optional.empty();
    }
    try {
      LocalTime clock = LocalTime.parse(time.get().trim(), TIME);
      return Optional.of(day.atTime(clock).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// As it is read, in a language; blank while there is no date.
  String words(Locale locale) {
    LocalDate day = date.get();
    return day == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day)
            + " "
            + time.get();
  }

  void set(Instant instant) {
    date.set(instant.atZone(zone).toLocalDate());
    time.set(TIME.format(instant.atZone(zone).truncatedTo(ChronoUnit.MINUTES)));
  }

  Observable[] parts() {
    return new Observable[] {date, time};
  }
}
