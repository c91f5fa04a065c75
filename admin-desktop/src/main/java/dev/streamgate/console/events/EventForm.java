package dev.streamgate.console.events;

import dev.streamgate.model.events.AccessWindow;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.model.json.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed into the form of an event.
public final class EventForm {
  private static final Duration USUAL_LENGTH = Duration.ofHours(2);
  private static final String USUAL_TAKEOVERS = "3";

  final StringProperty title = new SimpleStringProperty("");
  final StringProperty description = new SimpleStringProperty("");
  final StringProperty stream = new SimpleStringProperty("");
  final StringProperty poster = new SimpleStringProperty("");
  final StringProperty window =
      new SimpleStringProperty(String.valueOf(AccessWindow.DEFAULT.hours()));
  final BooleanProperty preview = new SimpleBooleanProperty();
  final BooleanProperty watermark = new SimpleBooleanProperty();
  final ObjectProperty<TakeoverRule> takeover = new SimpleObjectProperty<>(TakeoverRule.NEVER);
  final StringProperty takeovers = new SimpleStringProperty(USUAL_TAKEOVERS);
  final Moment start;
  final Moment end;

  private EventForm(ZoneId zone) {
    start = new Moment(zone);
    end = new Moment(zone);
  }

  /// An empty form, its times tomorrow at this hour.
  static EventForm empty(Instant now, ZoneId zone) {
    EventForm form = new EventForm(zone);
    Instant tomorrow = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(1));
    form.start.set(tomorrow);
    form.end.set(tomorrow.plus(USUAL_LENGTH));
    return form;
  }

  static EventForm of(EventResponse event, ZoneId zone) {
    EventForm form = new EventForm(zone);
    form.title.set(event.title());
    form.description.set(orBlank(event.description()));
    form.stream.set(streamOf(event));
    form.poster.set(orBlank(event.posterUrl()));
    form.window.set(String.valueOf(event.accessWindowHours()));
    form.preview.set(event.previewEnabled());
    form.watermark.set(event.watermark());
    form.takeover.set(event.takeover());
    form.takeovers.set(String.valueOf(event.maxTakeovers()));
    form.start.set(event.startsAt());
    form.end.set(event.endsAt());
    return form;
  }

  Optional<Integer> hours() {
    return number(window.get()).filter(AccessWindow::isValidAccessWindow);
  }

  Optional<Integer> takeoverCount() {
    return number(takeovers.get()).filter(count -> count >= 1);
  }

  /// The form as the server wants it; only for a form without errors.
  EventRequest request() {
    return new EventRequest(
        title.get().trim(),
        description.get().trim(),
        stream.get().trim(),
        poster.get().trim(),
        start.instant().map(WireJson::instant).orElse(null),
        end.instant().map(WireJson::instant).orElse(null),
        hours().orElse(null),
        preview.get(),
        watermark.get(),
        takeover.get(),
        takeoverCount().orElse(null));
  }

  private static String streamOf(EventResponse event) {
    return event.streamUrl() == null ? orBlank(event.streamFolder()) : event.streamUrl();
  }

  private static String orBlank(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static Optional<Integer> number(String typed) {
    return Optional.of(typed.trim()).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf);
  }
}
