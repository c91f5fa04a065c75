package dev.streamgate.console.dashboard;

import dev.streamgate.console.api.DashboardApi;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The numbers of the first screen, asked anew every ten seconds while it is in view.
public final class DashboardViewModel {
  private static final Duration REFRESH = Duration.ofSeconds(10);
  private static final DashboardResponse NOTHING =
      new DashboardResponse(0, 0, new TokenBreakdown(0, 0, 0, 0), 0, List.of(), List.of());

  private final DashboardApi api;
  private final ServerCalls calls;
  private final TaskRunner tasks;
  private final ScreenStatus status;
  private final ReadOnlyObjectWrapper<DashboardResponse> numbers =
      new ReadOnlyObjectWrapper<>(NOTHING);
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private Running request = Running.NOTHING;
  private Running next = Running.NOTHING;

  public DashboardViewModel(
      DashboardApi api, ServerCalls calls, TaskRunner tasks, FailureTexts failures) {
    this.api = api;
    this.calls = calls;
    this.tasks = tasks;
    this.status = new ScreenStatus(failures);
  }

  public ScreenStatus status() {
    return status;
  }

  public ReadOnlyObjectProperty<DashboardResponse> numbersProperty() {
    return numbers.getReadOnlyProperty();
  }

  /// Whether the server answers, and the quick actions make sense.
  public ReadOnlyBooleanProperty onlineProperty() {
    return calls.connection().onlineProperty();
  }

  public void shown() {
    refresh();
  }

  public void hidden() {
    next.cancel();
  }

  /// While the server is away, the window's own attempts decide when to ask again.
  public void refresh() {
    request.cancel();
    next.cancel();
    status.loading();
    request =
        calls.ask(
            busy,
            api::dashboard,
            answer -> {
              numbers.set(answer);
              status.loaded(false);
              next = tasks.after(REFRESH, this::refresh);
            },
            status::failed);
  }
}
