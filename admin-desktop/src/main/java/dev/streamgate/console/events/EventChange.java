package dev.streamgate.console.events;

import dev.streamgate.console.screen.Meanwhile;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What of an event was changed in a form: only that is sent, so that what others changed meanwhile
/// stays.
///
/// @param before the form as it was opened
/// @param after the form as it is now
record EventChange(EventRequest before, EventRequest after) {
  /// The fields that differ; all others are absent.
  EventRequest request() {
    return new EventRequest(
        changed(EventRequest::title),
        changed(EventRequest::description),
        changed(EventRequest::streamUrl),
        changed(EventRequest::posterUrl),
        changed(EventRequest::startsAt),
        changed(EventRequest::endsAt),
        changed(EventRequest::accessWindowHours),
        changed(EventRequest::previewEnabled),
        changed(EventRequest::watermark),
        changed(EventRequest::takeover),
        changed(EventRequest::maxTakeovers));
  }

  /// What of it somebody else has changed to something else, as lines to read.
  ///
  /// @param now the event as it is on the server, read into a form
  List<String> overwritten(EventForm now, Catalogue texts, Meanwhile meanwhile) {
    EventRequest theirs = now.request();
    List<String> lines = new ArrayList<>();
    BiConsumer<String, String> tell =
        (key, value) -> lines.add(meanwhile.line(texts.get(key).replace(" *", ""), value));
    if (isOverwritten(EventRequest::title, theirs)) {
      tell.accept("formTitle", now.title.get());
    }
    if (isOverwritten(EventRequest::description, theirs)) {
      tell.accept("formDescription", now.description.get());
    }
    if (isOverwritten(EventRequest::streamUrl, theirs)) {
      tell.accept("formStream", now.stream.get());
    }
    if (isOverwritten(EventRequest::posterUrl, theirs)) {
      tell.accept("formPoster", now.poster.get());
    }
    if (isOverwritten(EventRequest::startsAt, theirs)) {
      tell.accept("formStart", now.start.words(texts.locale()));
    }
    if (isOverwritten(EventRequest::endsAt, theirs)) {
      tell.accept("formEnd", now.end.words(texts.locale()));
    }
    if (isOverwritten(EventRequest::accessWindowHours, theirs)) {
      tell.accept("formWindow", now.window.get());
    }
    if (isOverwritten(EventRequest::maxTakeovers, theirs)) {
      tell.accept("formTakeovers", now.takeovers.get());
    }
    return List.copyOf(lines);
  }

  private <T> @Nullable T changed(Function<EventRequest, @Nullable T> field) {
    T value = field.apply(after);
    return Objects.equals(value, field.apply(before)) ? null : value;
  }

  private boolean isOverwritten(
      Function<EventRequest, @Nullable Object> field, EventRequest theirs) {
    Object mine = changed(field);
    Object now = field.apply(theirs);
    return mine != null && !mine.equals(now) && !Objects.equals(now, field.apply(before));
  }
}
