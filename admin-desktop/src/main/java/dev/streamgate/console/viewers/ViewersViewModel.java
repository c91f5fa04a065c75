package dev.streamgate.console.viewers;

import dev.streamgate.console.api.SessionsApi;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.Releasing;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.sessions.LiveSessionView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// All live sessions, as the server tells them or, if it does not, asked every ten seconds.
public final class ViewersViewModel {
  private static final Duration LATE = Duration.ofSeconds(30);

  private final SessionsApi api;
  private final Loading loading;
  private final Releasing releasing;
  private final InstantSource clock;
  private final Catalogue texts;
  private final ObservableList<LiveSessionView> sessions = FXCollections.observableArrayList();
  private final StringProperty onlyEvent = new SimpleStringProperty("");
  private final FilteredList<LiveSessionView> shown = new FilteredList<>(sessions);
  private final ReadOnlyStringWrapper seats = new ReadOnlyStringWrapper("");
  private final BooleanProperty counting = new SimpleBooleanProperty();
  private String counted = "";
  private Duration serverAhead = Duration.ZERO;

  public ViewersViewModel(
      SessionsApi api, Loading loading, Releasing releasing, InstantSource clock, Catalogue texts) {
    this.api = api;
    this.loading = loading;
    this.releasing = releasing;
    this.clock = clock;
    this.texts = texts;
    onlyEvent.addListener(
        (_, _, id) -> shown.setPredicate(session -> id.isEmpty() || session.eventId().equals(id)));
  }

  public ScreenStatus status() {
    return loading.status();
  }

  /// The sessions to be seen, event by event.
  public ObservableList<LiveSessionView> sessions() {
    return shown;
  }

  /// The id of the only event to be seen; blank for all.
  public StringProperty onlyEventProperty() {
    return onlyEvent;
  }

  /// How many seats the selected ticket has, and how many are free; blank without a selection.
  public ReadOnlyStringProperty seatsProperty() {
    return seats.getReadOnlyProperty();
  }

  public BooleanBinding allowed() {
    return releasing.allowed();
  }

  public void refresh() {
    loading.load(api::all, this::show);
  }

  /// Whether nothing was heard of a session for more than 30 seconds, by the server's clock.
  public boolean isLate(LiveSessionView session) {
    Instant serverNow = clock.instant().plus(serverAhead);
    return Duration.between(session.lastHeartbeat(), serverNow).compareTo(LATE) > 0;
  }

  public void told(ConsoleMessage message) {
    switch (message) {
      case ConsoleMessage.Opening opening ->
          serverAhead = Duration.between(clock.instant(), opening.serverTime());
      case ConsoleMessage.Viewers viewers -> take(viewers);
      default -> {}
    }
  }

  /// Looks how many seats the ticket of a session has.
  public void select(Optional<LiveSessionView> session) {
    String ticket = session.map(LiveSessionView::tokenId).orElse("");
    if (!ticket.equals(counted)) {
      seats.set("");
    }
    counted = ticket;
    session.ifPresent(chosen ->
        loading
            .calls()
            .ask(
                counting,
                () -> api.ofTicket(chosen.tokenId()),
                of -> seats.set(texts.get("seats", of.count(), of.maxSessions(), of.available())),
                failure -> {}));
  }

  public void release(LiveSessionView session) {
    releasing.release(
        session.sessionId(),
        releasing.devices().of(session.browser(), session.os()),
        () -> {
          sessions.removeIf(other -> other.sessionId().equals(session.sessionId()));
          loading.status().loaded(sessions.isEmpty());
        });
  }

  private void take(ConsoleMessage.Viewers told) {
    Map<String, LiveSessionView> byId = new LinkedHashMap<>();
    if (!told.whole()) {
      sessions.forEach(session -> byId.put(session.sessionId(), session));
    }
    told.started().forEach(session -> byId.put(session.sessionId(), session));
    told.ended().forEach(byId::remove);
    told.heard()
        .forEach(heard ->
            byId.computeIfPresent(
                heard.sessionId(), (_, session) -> heard(session, heard.lastHeartbeat())));
    loading.status().loaded(show(List.copyOf(byId.values())));
  }

  private boolean show(List<LiveSessionView> found) {
    List<LiveSessionView> ordered =
        found.stream()
            .sorted(
                Comparator.comparing(LiveSessionView::eventTitle)
                    .thenComparing(LiveSessionView::sessionStarted)
                    .thenComparing(LiveSessionView::sessionId))
            .toList();
    if (!ordered.equals(sessions)) {
      sessions.setAll(ordered);
    }
    return sessions.isEmpty();
  }

  private static LiveSessionView heard(LiveSessionView of, Instant heartbeat) {
    return new LiveSessionView(
        of.eventId(),
        of.eventTitle(),
        of.sessionId(),
        of.tokenId(),
        of.tokenCode(),
        of.tokenLabel(),
        of.clientIp(),
        of.userAgent(),
        of.browser(),
        of.os(),
        of.deviceName(),
        of.kind(),
        heartbeat,
        of.sessionStarted(),
        of.redeemedAt());
  }
}
