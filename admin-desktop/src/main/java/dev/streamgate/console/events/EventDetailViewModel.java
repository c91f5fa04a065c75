package dev.streamgate.console.events;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.desktop.Browser;
import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.MissingPictures;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.DashboardResponse.LiveEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One event with all there is to know about it.
public final class EventDetailViewModel {
  private final ServerApis apis;
  private final Loading loading;
  private final Writing writing;
  private final Outside outside;
  private final Catalogue texts;
  private final ReadOnlyObjectWrapper<@Nullable EventResponse> event =
      new ReadOnlyObjectWrapper<>();
  private final Debounce settling;
  private String id = "";
  private Runnable whenGone = () -> {};

  /// The computer, and the time.
  public record Outside(
      Clipboard clipboard,
      Browser browser,
      TaskRunner tasks,
      MissingPictures pictures,
      InstantSource clock) {}

  public EventDetailViewModel(
      ServerApis apis, Loading loading, Writing writing, Outside outside, Catalogue texts) {
    this.apis = apis;
    this.loading = loading;
    this.writing = writing;
    this.outside = outside;
    this.texts = texts;
    this.settling = new Debounce(outside.tasks(), Duration.ofMillis(500));
  }

  public ScreenStatus status() {
    return loading.status();
  }

  /// The event in view; none before the first answer.
  public ReadOnlyObjectProperty<@Nullable EventResponse> eventProperty() {
    return event.getReadOnlyProperty();
  }

  /// Says that the event runs without a picture, while it does.
  public ObservableList<String> missingPicture() {
    return outside.pictures().sentences();
  }

  public BooleanBinding allowed() {
    return writing.allowed();
  }

  /// What to do when the event is there no longer.
  public void onGone(Runnable action) {
    whenGone = action;
  }

  /// Shows an event, first as the list knew it.
  public void open(EventResponse known) {
    id = known.id();
    event.set(known);
    outside.pictures().forget();
    refresh();
  }

  public boolean isOpen() {
    return !id.isEmpty();
  }

  public void close() {
    id = "";
    settling.cancel();
  }

  public void refresh() {
    if (isOpen()) {
      loading.load(this::ask, found -> !show(found));
    }
  }

  public void told(ConsoleMessage message) {
    boolean matters =
        message instanceof ConsoleMessage.Events
            || message instanceof ConsoleMessage.Tickets
            || message instanceof ConsoleMessage.Opening;
    if (matters) {
      settling.call(this::refresh);
    }
  }

  /// Some time has passed, in which a picture may have come or gone.
  public void tick() {
    EventResponse now = event.get();
    if (isOpen() && now != null) {
      outside.pictures().look(running(now));
    }
  }

  public void copyId() {
    outside.clipboard().put(id);
    writing.say(texts.get("idCopied"));
  }

  /// Opens the picture in the browser, without a ticket.
  public void preview() {
    String wanted = id;
    writing.write(() -> apis.portal().preview(wanted), outside.browser()::open);
  }

  public void copyEmbedLink() {
    String wanted = id;
    writing.write(
        () -> apis.portal().embedLink(wanted),
        link -> {
          outside.clipboard().put(link);
          writing.say(texts.get("embedCopied"));
        });
  }

  /// Empty for an event that is there no longer.
  private Answer<Optional<EventResponse>> ask() {
    Answer<EventResponse> answer = apis.events().event(id);
    return answer instanceof Answer.Failed<EventResponse>(ApiFailure.Refused refused)
            && refused.status() == 404
        ? Answer.of(Optional.empty())
        : answer.map(Optional::of);
  }

  private void show(EventResponse now) {
    event.set(now);
    outside.pictures().look(running(now));
  }

  private List<LiveEvent> running(EventResponse now) {
    Instant at = outside.clock().instant();
    boolean runs = now.isActive() && !at.isBefore(now.startsAt()) && at.isBefore(now.endsAt());
    return runs ? List.of(new LiveEvent(now.id(), now.title(), 0)) : List.of();
  }

  private boolean show(Optional<EventResponse> found) {
    found.ifPresentOrElse(
        this::show,
        () -> {
          close();
          whenGone.run();
        });
    return true;
  }
}
