package dev.streamgate.console.events;

import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// A form together with what it began as.
public final class EventDraft {
  private final Optional<EventResponse> event;
  private final EventForm form;
  private final EventRequest before;
  private final Optional<Instant> endBefore;
  private final ZoneId zone;

  private EventDraft(Optional<EventResponse> event, EventForm form, ZoneId zone) {
    this.event = event;
    this.form = form;
    this.zone = zone;
    this.before = form.request();
    this.endBefore = form.end.instant();
  }

  static EventDraft ofNew(Instant now, ZoneId zone) {
    return new EventDraft(Optional.empty(), EventForm.empty(now, zone), zone);
  }

  static EventDraft of(EventResponse event, ZoneId zone) {
    return new EventDraft(Optional.of(event), EventForm.of(event, zone), zone);
  }

  Optional<EventResponse> event() {
    return event;
  }

  EventForm form() {
    return form;
  }

  /// What was changed in the form.
  EventChange change() {
    return new EventChange(before, form.request());
  }

  /// The event as the server has it now, read as this form was.
  EventForm asOpened(EventResponse now) {
    return EventForm.of(now, zone);
  }

  boolean isTouched() {
    return !form.request().equals(before);
  }

  /// The expiry of tickets is the end plus the window (Spec, rules §1). A time with seconds, which
  /// the form does not show, is not changed by that.
  boolean changesExpiry() {
    return event.filter(known -> known.tokenCount() > 0).filter(this::isExpiryOther).isPresent();
  }

  private boolean isExpiryOther(EventResponse known) {
    boolean endOther = !form.end.instant().equals(endBefore);
    boolean windowOther =
        form.hours().filter(hours -> hours != known.accessWindowHours()).isPresent();
    return endOther || windowOther;
  }
}
