package dev.streamgate.console.events;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.desktop.Browser;
import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
  public record Outside(Clipboard clipboard, Browser browser, TaskRunner tasks) {}

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

  private boolean show(Optional<EventResponse> found) {
    found.ifPresentOrElse(
        event::set,
        () -> {
          close();
          whenGone.run();
        });
    return true;
  }
}
