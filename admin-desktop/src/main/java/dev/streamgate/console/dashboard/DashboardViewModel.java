package dev.streamgate.console.dashboard;

import dev.streamgate.console.api.DashboardApi;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.MissingPictures;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// The numbers of the first screen.
public final class DashboardViewModel {
  private static final DashboardResponse NOTHING =
      new DashboardResponse(0, 0, new TokenBreakdown(0, 0, 0, 0), 0, List.of(), List.of());

  private final DashboardApi api;
  private final Loading loading;
  private final ReadOnlyObjectWrapper<DashboardResponse> numbers =
      new ReadOnlyObjectWrapper<>(NOTHING);
  private final Debounce settling;

  private final ViewerHistory history;
  private final MissingPictures pictures;

  public DashboardViewModel(
      DashboardApi api,
      Loading loading,
      TaskRunner tasks,
      ViewerHistory history,
      MissingPictures pictures) {
    this.pictures = pictures;
    this.api = api;
    this.loading = loading;
    this.settling = new Debounce(tasks, Duration.ofMillis(500));
    this.history = history;
  }

  public ScreenStatus status() {
    return loading.status();
  }

  public ReadOnlyObjectProperty<DashboardResponse> numbersProperty() {
    return numbers.getReadOnlyProperty();
  }

  /// Whether the server answers, and the quick actions make sense.
  public ReadOnlyBooleanProperty onlineProperty() {
    return loading.calls().connection().onlineProperty();
  }

  /// What runs without a picture.
  public ObservableList<String> missingPictures() {
    return pictures.sentences();
  }

  /// Viewers over the last half hour.
  public ViewerHistory history() {
    return history;
  }

  /// Numbers that are told need no asking; what changes the others is asked anew.
  public void told(ConsoleMessage message) {
    switch (message) {
      case ConsoleMessage.Viewers viewers -> count(viewers);
      case ConsoleMessage.Tickets _, ConsoleMessage.Events _ -> settling.call(this::refresh);
      default -> {}
    }
  }

  private void count(ConsoleMessage.Viewers told) {
    DashboardResponse now = numbers.get();
    Map<String, Long> byEvent =
        told.events().stream()
            .collect(
                Collectors.toMap(
                    ConsoleMessage.EventViewers::eventId, ConsoleMessage.EventViewers::viewers));
    numbers.set(
        new DashboardResponse(
            now.activeEvents(),
            now.totalTokens(),
            now.tokenBreakdown(),
            told.total(),
            now.liveNow().stream()
                .map(live ->
                    new DashboardResponse.LiveEvent(
                        live.id(), live.title(), byEvent.getOrDefault(live.id(), 0L)))
                .toList(),
            now.upcomingEvents(),
            now.warnings()));
  }

  public void shown() {
    refresh();
  }

  public void hidden() {
    settling.cancel();
  }

  public void refresh() {
    loading.load(api::dashboard, this::show);
  }

  private boolean show(DashboardResponse answer) {
    numbers.set(answer);
    history.add(answer.activeViewers());
    pictures.look(answer.liveNow());
    return false;
  }
}
