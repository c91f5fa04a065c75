package dev.streamgate.console.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which part of the log to look at: all of it, its last hours or days, or the days from one date
/// to another, both included.
public final class AuditPeriod {
  private final ZoneId zone;
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.ALL);
  private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();

  /// How far back to look.
  public enum Span {
    ALL,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    DATES
  }

  /// @param zone in which the days of the staff begin
  AuditPeriod(ZoneId zone) {
    this.zone = zone;
  }

  public ObjectProperty<Span> spanProperty() {
    return span;
  }

  /// The first day; none for as far back as the log goes. Only for `DATES`.
  public ObjectProperty<@Nullable LocalDate> fromProperty() {
    return from;
  }

  /// The last day; none for today.
  public ObjectProperty<@Nullable LocalDate> toProperty() {
    return to;
  }

  /// Whether the last day comes before the first.
  public BooleanBinding reversed() {
    return Bindings.createBooleanBinding(this::isReversed, parts());
  }

  Optional<Instant> since(Instant now) {
    return switch (span.get()) {
      case ALL -> Optional.empty();
      case HOUR -> Optional.of(now.minus(Duration.ofHours(1)));
      case DAY -> Optional.of(now.minus(Duration.ofDays(1)));
      case WEEK -> Optional.of(now.minus(Duration.ofDays(7)));
      case MONTH -> Optional.of(now.minus(Duration.ofDays(30)));
      case DATES -> Optional.ofNullable(from.get()).map(this::begin);
    };
  }

  /// The first moment after the last day.
  Optional<Instant> until() {
    return Optional.ofNullable(to.get())
        .filter(day -> span.get() == Span.DATES)
        .map(day -> begin(day.plusDays(1)));
  }

  boolean isReversed() {
    LocalDate first = from.get();
    LocalDate last = to.get();
    return span.get() == Span.DATES && first != null && last != null && last.isBefore(first);
  }

  void clear() {
    span.set(Span.ALL);
    from.set(null);
    to.set(null);
  }

  Observable[] parts() {
    return new Observable[] {span, from, to};
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
