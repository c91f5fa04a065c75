package dev.streamgate.server.events;

import dev.streamgate.model.events.AccessWindow;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventSchedule;
import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.model.text.PlainText;
import dev.streamgate.model.text.TextLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What staff sent for an event, read over what the event is so far. Of several problems the first
/// field's is told. Used once, by one thread.
final class EventForm {
  private final EventRequest sent;
  private final Optional<Event> base;
  private final Optional<String> upstreamOrigin;
  private final List<EventProblem> problems = new ArrayList<>();

  /// @param base the event to be changed; empty for a new one
  /// @param upstreamOrigin the server whose folders have names with us
  EventForm(EventRequest sent, Optional<Event> base, Optional<String> upstreamOrigin) {
    this.sent = sent;
    this.base = base;
    this.upstreamOrigin = upstreamOrigin;
  }

  /// The outcome of reading a form.
  sealed interface Reading {
    record Filled(Event event) implements Reading {}

    record Flawed(EventProblem problem) implements Reading {}
  }

  /// The event as it shall be from `now` on.
  ///
  /// @param id the event's id, new or as before
  Reading read(EventId id, Instant now) {
    String title = title();
    Optional<String> description = description();
    StreamAddress stream = stream();
    Optional<String> poster = poster();
    Optional<EventSchedule> schedule = schedule();
    AccessWindow window = accessWindow();
    int maxTakeovers = maxTakeovers();
    if (!problems.isEmpty()) {
      return new Reading.Flawed(problems.getFirst());
    }
    return new Reading.Filled(
        new Event(
            id,
            title,
            description.orElse(null),
            stream.url(),
            stream.folder(),
            poster.orElse(null),
            schedule.orElseThrow(),
            window,
            base.map(Event::isActive).orElse(true),
            base.map(Event::isArchived).orElse(false),
            base.map(Event::deactivatedAt).orElse(null),
            choice(sent.previewEnabled(), base.map(Event::previewEnabled), false),
            choice(sent.watermark(), base.map(Event::watermark), false),
            choice(sent.takeover(), base.map(Event::takeover), TakeoverRule.NEVER),
            maxTakeovers,
            base.map(Event::createdAt).orElse(now),
            now));
  }

  private String title() {
    String title =
        sent.title() == null ? base.map(Event::title).orElse("") : PlainText.line(sent.title());
    require(!title.isEmpty(), EventProblem.TITLE_MISSING);
    require(title.length() <= TextLimits.TITLE, EventProblem.TITLE_TOO_LONG);
    return title;
  }

  private Optional<String> description() {
    if (sent.description() == null) {
      return base.map(Event::description);
    }
    String text = PlainText.paragraphs(sent.description());
    require(text.length() <= TextLimits.DESCRIPTION, EventProblem.DESCRIPTION);
    return unlessBlank(text);
  }

  private StreamAddress stream() {
    if (sent.streamUrl() == null) {
      return base.map(StreamAddress::of).orElse(StreamAddress.OWN_FOLDER);
    }
    Optional<StreamAddress> address = StreamAddress.read(sent.streamUrl(), upstreamOrigin);
    require(address.isPresent(), EventProblem.STREAM);
    return address.orElse(StreamAddress.OWN_FOLDER);
  }

  private Optional<String> poster() {
    if (sent.posterUrl() == null) {
      return base.map(Event::posterUrl);
    }
    Optional<String> address = unlessBlank(PlainText.line(sent.posterUrl()));
    require(
        address.stream().allMatch(it -> WebAddress.isAbsolute(it) || WebAddress.isRootedPath(it)),
        EventProblem.POSTER);
    return address;
  }

  private Optional<EventSchedule> schedule() {
    Optional<Instant> starts = instant(sent.startsAt(), base.map(it -> it.schedule().startsAt()));
    Optional<Instant> ends = instant(sent.endsAt(), base.map(it -> it.schedule().endsAt()));
    if (starts.isEmpty() || ends.isEmpty()) {
      problems.add(EventProblem.DATE);
      return Optional.empty();
    }
    if (!EventSchedule.isValidEventSchedule(starts.get(), ends.get())) {
      problems.add(EventProblem.SCHEDULE);
      return Optional.empty();
    }
    return Optional.of(new EventSchedule(starts.get(), ends.get()));
  }

  private AccessWindow accessWindow() {
    Integer hours = sent.accessWindowHours();
    if (hours == null) {
      return base.map(Event::accessWindow).orElse(AccessWindow.DEFAULT);
    }
    boolean valid = AccessWindow.isValidAccessWindow(hours);
    require(valid, EventProblem.ACCESS_WINDOW);
    return valid ? new AccessWindow(hours) : AccessWindow.DEFAULT;
  }

  private int maxTakeovers() {
    int times =
        choice(sent.maxTakeovers(), base.map(Event::maxTakeovers), EventRequest.DEFAULT_TAKEOVERS);
    require(times >= 0 && times <= EventRequest.MAX_TAKEOVERS, EventProblem.MAX_TAKEOVERS);
    return times;
  }

  private void require(boolean fulfilled, EventProblem problem) {
    if (!fulfilled) {
      problems.add(problem);
    }
  }

  private static Optional<Instant> instant(@Nullable String sent, Optional<Instant> before) {
    return sent == null ? before : EventDates.read(sent);
  }

  private static <T> T choice(@Nullable T sent, Optional<T> before, T standard) {
    return Optional.ofNullable(sent).or(() -> before).orElse(standard);
  }

  private static Optional<String> unlessBlank(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
